import { signal } from '@preact/signals';
import { findMember } from '../../../shared/room/room-state.ts';
import type { World } from '../../../shared/room/world.ts';
import {
  INPUT_DOWN,
  INPUT_KICK,
  INPUT_LEFT,
  INPUT_RIGHT,
  INPUT_UP,
  type InputBits,
  NEUTRAL_INPUT,
} from '../../../shared/sim/input.ts';
import { BALL_DISC, DISC_STRIDE, DISC_X, DISC_Y } from '../../../shared/sim/match-state.ts';
import { playerDisc } from '../../../shared/sim/physics/arena.ts';
import { TEAM_NONE } from '../../../shared/sim/team.ts';
import { type FreeCamera, FREE_ZOOM } from '../../ui/model/replays-model.ts';
import type { SpectatedPlayer, SpectateView } from '../../ui/model/spectate-model.ts';
import type { RoomView } from '../../ui/model/view-model.ts';

/** Map units that a free camera goes in a tick while a direction is held, at a zoom of 1. */
const STEER_UNITS = 9;
/** Map units of a press of a button, at a zoom of 1. */
const STEP_UNITS = 90;
/** Time in which it makes up two thirds of its distance to a player. */
const TAU_MS = 120;
/** After a longer pause it is where it belongs at once. */
const JUMP_MS = 500;

export type SpectatorPorts = {
  /** Null while nothing places the camera, which follows the ball then. */
  readonly camera: { value: FreeCamera | null };
  /** The room as it is shown: with the names that this person sees. */
  readonly room: { readonly value: RoomView | null };
  /** This person watches the match on the screen, and nobody else needs the camera. */
  readonly isFree: () => boolean;
  /** A goal is shown again: the players are elsewhere in that picture. */
  readonly isReplaying: () => boolean;
  /** Quarter turns of the picture, clockwise. */
  readonly quarterTurns: () => number;
};

/** [V77] What the camera of a person who watches follows: the ball, a player, or nothing. */
export class SpectatorCamera implements SpectateView {
  readonly isOn = signal(false);
  readonly aim = signal<SpectateView['aim']['value']>('ball');
  readonly #ports: SpectatorPorts;
  #held: InputBits = NEUTRAL_INPUT;
  #world: World | null = null;
  #placed: FreeCamera | null = null;
  #movedMs = 0;

  constructor(ports: SpectatorPorts) {
    this.#ports = ports;
  }

  /**
   * Runs every tick.
   *
   * @param world of the room that this page is in; null outside of one
   * @param held what the person holds, turned as the picture is
   */
  follow(world: World | null, held: InputBits): void {
    this.#world = world;
    const isOn = world !== null && this.#ports.isFree();
    const pressed = isOn && this.isOn.value ? held & ~this.#held : 0;
    this.#held = held;
    this.isOn.value = isOn;
    if (!isOn) {
      this.#letGo();
      return;
    }
    this.#keepPlayer();
    if (pressed & INPUT_KICK) this.change();
    if (this.aim.value === 'free') this.#steer(held);
    else if (pressed & (INPUT_RIGHT | INPUT_DOWN)) this.step(1);
    else if (pressed & (INPUT_LEFT | INPUT_UP)) this.step(-1);
  }

  /** Once for each picture. */
  draw(nowMs: number): void {
    const deltaMs = nowMs - this.#movedMs;
    this.#movedMs = nowMs;
    const aim = this.aim.value;
    if (!this.isOn.value || aim === 'free') return;
    const place = aim === 'ball' || this.#ports.isReplaying() ? null : this.#placeOf(aim);
    if (place === null) {
      this.#letGo();
      return;
    }
    const { x, y } = this.#placed ?? this.#placeOf('ball') ?? place;
    const share = deltaMs > JUMP_MS ? 1 : 1 - Math.exp(-deltaMs / TAU_MS);
    this.#place({ x: x + (place.x - x) * share, y: y + (place.y - y) * share, zoom: 1 });
  }

  readonly change = (): void => {
    const aim = this.aim.value;
    if (aim === 'ball') {
      const first = this.#players[0];
      if (first) this.aim.value = first;
      else this.#setFree();
    } else if (aim === 'free') {
      this.aim.value = 'ball';
      this.#letGo();
    } else this.#setFree();
  };

  readonly step = (direction: 1 | -1): void => {
    const players = this.#players;
    const aim = this.aim.value;
    const at = typeof aim === 'object' ? players.findIndex(({ id }) => id === aim.id) : -1;
    const first = direction === 1 ? 0 : players.length - 1;
    const next = at < 0 ? first : (at + direction + players.length) % players.length;
    const player = players[next];
    if (player) this.aim.value = player;
  };

  readonly move = (right: number, down: number): void => {
    const turns = this.#ports.quarterTurns();
    // The picture is turned clockwise: what is to its right lies elsewhere in the map.
    const [x, y] = turns === 1 ? [down, -right] : turns === 3 ? [-down, right] : [right, down];
    this.#push(x * STEP_UNITS, y * STEP_UNITS);
  };

  readonly zoom = (factor: number): void => {
    const free = this.#placed;
    if (this.aim.value !== 'free' || free === null || !(factor > 0)) return;
    free.zoom = Math.min(FREE_ZOOM.max, Math.max(FREE_ZOOM.min, free.zoom * factor));
  };

  #setFree(): void {
    const aim = this.aim.value;
    const place = this.#placed ?? this.#placeOf(aim);
    this.aim.value = 'free';
    if (place) this.#place({ x: place.x, y: place.y, zoom: FREE_ZOOM.first });
  }

  #steer(held: InputBits): void {
    const isHeld = (bit: number): number => Number((held & bit) !== 0);
    const right = isHeld(INPUT_RIGHT) - isHeld(INPUT_LEFT);
    const down = isHeld(INPUT_DOWN) - isHeld(INPUT_UP);
    if (right !== 0 || down !== 0) this.#push(right * STEER_UNITS, down * STEER_UNITS);
  }

  #push(x: number, y: number): void {
    const free = this.#placed;
    if (this.aim.value !== 'free' || free === null) return;
    free.x += x / free.zoom;
    free.y += y / free.zoom;
  }

  /** Of the teams, in the order of their places. */
  get #players(): readonly SpectatedPlayer[] {
    const members = this.#ports.room.value?.state.members ?? [];
    return members
      .filter(({ seat, team }) => seat !== null && team !== TEAM_NONE)
      .toSorted((a, b) => a.team - b.team || a.seat! - b.seat!)
      .map(({ id, name, team }) => ({ id, name, team }));
  }

  /** A player who left is followed no more, and one whose name is another has that. */
  #keepPlayer(): void {
    const aim = this.aim.value;
    if (typeof aim !== 'object') return;
    const now = this.#players.find(({ id }) => id === aim.id);
    if (!now) this.aim.value = 'ball';
    else if (now.name !== aim.name || now.team !== aim.team) this.aim.value = now;
  }

  /** In map units. */
  #placeOf(aim: SpectateView['aim']['value']): { x: number; y: number } | null {
    const world = this.#world;
    if (world === null) return null;
    const { arena, match, room } = world;
    const seat = typeof aim === 'object' ? (findMember(room, aim.id)?.seat ?? null) : null;
    if (typeof aim === 'object' && seat === null) return null;
    const at = (seat === null ? BALL_DISC : playerDisc(arena, seat)) * DISC_STRIDE;
    return { x: match.discs[at + DISC_X]!, y: match.discs[at + DISC_Y]! };
  }

  #place(camera: FreeCamera): void {
    this.#placed = camera;
    this.#ports.camera.value = camera;
  }

  /** Only what was placed here: a replay that is watched has a camera of its own. */
  #letGo(): void {
    if (this.#placed !== null && this.#ports.camera.value === this.#placed) {
      this.#ports.camera.value = null;
    }
    this.#placed = null;
    if (!this.isOn.value) this.aim.value = 'ball';
  }
}
