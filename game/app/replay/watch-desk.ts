import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { cutMoment } from '../../../shared/replay/cut-moment.ts';
import { packMoment } from '../../../shared/replay/pack-moment.ts';
import type { ReplayTrack } from '../../../shared/replay/replay-track.ts';
import type { MemberId } from '../../../shared/room/command.ts';
import { findMember, type RoomState } from '../../../shared/room/room-state.ts';
import { BALL_DISC, DISC_STRIDE, DISC_X, DISC_Y } from '../../../shared/sim/match-state.ts';
import { playerDisc } from '../../../shared/sim/physics/arena.ts';
import type { Seat } from '../../../shared/sim/seat.ts';
import { TEAM_NONE } from '../../../shared/sim/team.ts';
import { TICK_RATE } from '../../../shared/sim/tick.ts';
import { MOMENT_TICKS } from '../../../shared/wire/moment.ts';
import { PlayOnSession } from '../../match/replay/play-on-session.ts';
import { WatchSession } from '../../match/replay/watch-session.ts';
import {
  FREE_ZOOM,
  type ClipRange,
  type PaintOver,
  type PlayOnWay,
  type Speed,
  type WatchedPlayer,
  type WatchView,
} from '../../ui/model/replays-model.ts';
import { markRange } from './clip-range.ts';
import { ClipDesk, type ClipPlayer, type ClipPorts } from './clip-desk.ts';
import { makeMomentLink, momentStart } from './moment-link.ts';
import { findWay } from './find-way.ts';
import type { ReplayPorts } from './replays.ts';

/** [V10] Going to a goal, one is there so long before it. */
const BEFORE_GOAL_TICKS = 2 * TICK_RATE;
/** Asked again within this, one means the goal before. */
const AGAIN_TICKS = TICK_RATE;
/** A disc is meant from as far away, in map units. */
const NEAR = 40;

export type WatchPorts = Pick<
  ReplayPorts,
  'places' | 'stadiums' | 'clockMs' | 'makeSeed' | 'level' | 'origin'
> & {
  /** @param isLeft where it was opened is not there any more */
  readonly back: (isLeft: boolean) => void;
  readonly save: () => void;
  readonly clip: ClipPorts;
};

/** The player of one replay: what its buttons do, and what they show. */
export class WatchDesk implements WatchView {
  readonly session: WatchSession;
  readonly length: number;
  readonly position = signal(0);
  readonly read = signal(0);
  readonly highlights = signal<WatchView['highlights']['value']>([]);
  readonly differsAt = signal<number | null>(null);
  readonly isPlaying = signal(true);
  readonly speed = signal<Speed>(1);
  readonly followed = signal<MemberId | null>(null);
  readonly players = signal<readonly WatchedPlayer[]>([]);
  readonly isFree: ReadonlySignal<boolean>;
  readonly way = signal<PlayOnWay>('alone');
  readonly save: () => void;
  readonly clip: WatchView['clip'];
  readonly range = signal<ClipRange | null>(null);
  readonly #clips: ClipDesk;
  readonly #track: ReplayTrack;
  readonly #ports: WatchPorts;
  #room: RoomState | null = null;
  #isLeft = false;
  /** [V60] The first goal is gone to as soon as it was read. */
  #waitsForGoal = false;

  constructor(track: ReplayTrack, ports: WatchPorts) {
    this.#track = track;
    this.#ports = ports;
    this.length = track.length;
    const { freeCamera } = ports.places.model;
    freeCamera.value = null;
    this.isFree = computed(() => freeCamera.value !== null);
    this.save = ports.save;
    this.session = new WatchSession(track, ports.clockMs, this.#follow);
    this.#clips = new ClipDesk(this.#clipPlayer(), ports.clip);
    this.clip = this.#clips.view;
    this.#look();
  }

  readonly toggle = (): void => {
    const { session } = this;
    if (!session.isPlaying && session.position >= this.length) session.seek(0);
    session.isPlaying = !session.isPlaying;
    this.#look();
  };

  readonly seek = (position: number): void => {
    this.#waitsForGoal = false;
    this.session.seek(position);
    this.#look();
  };

  readonly step = (ticks: number): void => {
    this.session.isPlaying = false;
    this.seek(this.session.position + ticks);
  };

  /** [V60] Where it was not read yet it is gone to then, unless the person went elsewhere. */
  toFirstGoal(): void {
    this.#waitsForGoal = true;
    this.#look();
  }

  readonly toGoal = (direction: 1 | -1): void => {
    const now = this.session.position;
    const places = this.#track.highlights
      .filter(({ kind }) => kind === 'goal')
      .map(({ position }) => Math.max(0, position - BEFORE_GOAL_TICKS));
    const next =
      direction === 1
        ? places.find((place) => place > now)
        : places.findLast((place) => place < now - AGAIN_TICKS);
    this.seek(next ?? (direction === 1 ? now : 0));
  };

  readonly setSpeed = (speed: Speed): void => {
    this.session.speed = this.speed.value = speed;
  };

  readonly follow = (player: MemberId | null): void => {
    this.#ports.places.model.freeCamera.value = null;
    this.session.self = this.followed.value = player;
  };

  readonly setFree = (): void => {
    const { discs } = this.session.world.match;
    const seat = this.#ownSeat;
    const disc = seat === null ? BALL_DISC : playerDisc(this.session.world.arena, seat);
    this.follow(null);
    const at = disc * DISC_STRIDE;
    const place = { x: discs[at + DISC_X]!, y: discs[at + DISC_Y]!, zoom: FREE_ZOOM.first };
    this.#ports.places.model.freeCamera.value = place;
  };

  readonly moveCamera = (dx: number, dy: number): void => {
    const free = this.#ports.places.model.freeCamera.value;
    if (free === null || !Number.isFinite(dx + dy)) return;
    free.x += dx;
    free.y += dy;
  };

  readonly zoomCamera = (factor: number): void => {
    const free = this.#ports.places.model.freeCamera.value;
    if (free === null || !(factor > 0)) return;
    free.zoom = Math.min(FREE_ZOOM.max, Math.max(FREE_ZOOM.min, free.zoom * factor));
  };

  readonly followAt = (x: number, y: number): void => {
    const { arena, match, room } = this.session.world;
    let nearest: MemberId | null = null;
    let least = NEAR * NEAR;
    for (const { id, seat } of room.members) {
      if (seat === null) continue;
      const at = playerDisc(arena, seat) * DISC_STRIDE;
      const dx = match.discs[at + DISC_X]! - x;
      const dy = match.discs[at + DISC_Y]! - y;
      const distance = dx * dx + dy * dy;
      if (distance >= least) continue;
      least = distance;
      nearest = id;
    }
    if (nearest !== null) this.follow(nearest);
  };

  /** [V11] From here on it is a match of its own; leaving it comes back to this very highlight. */
  readonly playOn = (): void => {
    if (this.way.value === 'room') return this.#playOnWithRoom();
    const { places, stadiums, makeSeed, level } = this.#ports;
    const self = this.followed.value;
    if (this.way.value !== 'alone' || self === null || this.#ownSeat === null) return;
    this.#clips.drop();
    this.session.isPlaying = false;
    this.#look();
    const match = new PlayOnSession({
      cursors: this.session.leave(),
      self,
      level: level(),
      arenas: stadiums.arena,
      textOf: (stadium) => stadiums.text(stadium),
      seed: makeSeed(),
    });
    this.#isLeft = true;
    places.playOn(match, () => places.show(this.session));
  };

  /** [V50] The room plays on from this tick; what becomes of the request the room says. */
  #playOnWithRoom(): void {
    const { places, stadiums } = this.#ports;
    const moment = cutMoment(this.#track, stadiums.arena, this.session.position);
    const text = moment && packMoment(moment, (stadium) => stadiums.text(stadium));
    const added = text === null ? null : stadiums.add(text);
    if (!added?.ok) return;
    places.room()?.request({ type: 'playOn', moment: added.value, seat: this.#ownSeat });
    this.close();
    places.model.screen.value = { screen: 'room' };
  }

  /** Of the player who is followed. */
  get #ownSeat(): Seat | null {
    const self = this.followed.value;
    return self === null ? null : (findMember(this.session.world.room, self)?.seat ?? null);
  }

  readonly linkMoment = (): Promise<string | null> => {
    const { origin, stadiums } = this.#ports;
    const { from, to } = this.#meant;
    return makeMomentLink(origin, this.#track, stadiums.arena, from, to - from);
  };

  readonly toggleClip = (paintOver: PaintOver): void => {
    this.#clips.toggle(this.#meant, paintOver);
  };

  readonly mark = (edge: 'from' | 'to'): void => {
    this.range.value = markRange(this.range.value, edge, this.session.position, this.length);
  };

  readonly forgetRange = (): void => {
    this.range.value = null;
  };

  /** [V70] What was chosen, else eight seconds of what is near. */
  get #meant(): ClipRange {
    const from = momentStart(this.#track.highlights, this.session.position);
    return this.range.value ?? { from, to: from + MOMENT_TICKS };
  }

  readonly close = (): void => {
    this.rest();
    this.#ports.back(this.#isLeft);
  };

  /** Another screen is shown: nothing is recorded there, and the camera follows. */
  rest(): void {
    this.#clips.drop();
    this.#ports.places.model.freeCamera.value = null;
  }

  /** Runs every tick. What stands behind the settings waits for them. */
  readonly #follow = (nowMs: number): void => {
    const { hud, settingsOpen } = this.#ports.places.model;
    this.session.isPaused = settingsOpen.value;
    hud.update(this.session, nowMs);
    this.#clips.follow();
    this.#look();
  };

  #clipPlayer(): ClipPlayer {
    const { session } = this;
    return {
      get position() {
        return session.position;
      },
      get isPlaying() {
        return session.isPlaying && !session.isPaused && session.speed === 1;
      },
      playFrom: (position) => {
        this.setSpeed(1);
        session.isPlaying = true;
        this.seek(position);
      },
    };
  }

  /** Shows where the session is. */
  #look(): void {
    const { session } = this;
    this.position.value = session.position;
    this.isPlaying.value = session.isPlaying;
    this.read.value = this.#track.read;
    this.way.value = findWay(this.#ports.places.room(), session.world);
    this.differsAt.value = this.#track.differsAt;
    if (this.#track.highlights.length !== this.highlights.value.length) {
      this.highlights.value = [...this.#track.highlights];
    }
    if (this.#waitsForGoal && this.highlights.value.some(({ kind }) => kind === 'goal')) {
      this.toGoal(1);
      return;
    }
    const { room } = session.world;
    if (room === this.#room) return;
    this.#room = room;
    this.players.value = room.members
      .filter(({ seat, team }) => seat !== null && team !== TEAM_NONE)
      .map(({ id, name, team }) => ({ id, name, team }));
  }
}
