import type { RoomSession } from '../../shared/netplay/room-session.ts';
import { playerDisc } from '../../shared/sim/physics/arena.ts';
import type { MemberId } from '../../shared/room/command.ts';
import type { MatchEvent } from '../../shared/sim/events.ts';
import {
  BALL_DISC,
  DISC_STRIDE,
  DISC_VX,
  DISC_VY,
  DISC_X,
  DISC_Y,
  MATCH,
  type Phase,
  SEAT,
  seatInt,
} from '../../shared/sim/match-state.ts';
import { findMember, type RoomState } from '../../shared/room/room-state.ts';
import type { Seat } from '../../shared/sim/seat.ts';
import { TEAM_NONE, type Team } from '../../shared/sim/team.ts';
import type { World } from '../../shared/room/world.ts';
import { EventWatch } from './event-watch.ts';
import type { Frame } from './frame.ts';
import { AS_IT_IS, type ShowRoom } from './shown-names.ts';
import { VisualSmoothing } from './visual-smoothing.ts';

/** A disc that moves further in one tick was put there, not moved: kick-offs are not blended. */
const TELEPORT_UNITS = 60;
const NO_DISC = -1;

/** Makes frames of a session that its loop advances: looks, blends and smooths. */
export class FrameBuilder implements Frame {
  readonly #session: RoomSession;
  readonly #showRoom: ShowRoom;
  readonly #smoothing = new VisualSmoothing();
  readonly #events = new EventWatch();
  #x = new Float64Array(0);
  #y = new Float64Array(0);
  #drawnMs = 0;
  /** Own inputs that came too late, up to the last tick that was shown. */
  #eatenInputs = 0;
  #lookedTick: number;

  /** @param showRoom how the room is called in pictures */
  constructor(session: RoomSession, showRoom: ShowRoom = AS_IT_IS) {
    this.#session = session;
    this.#showRoom = showRoom;
    this.#lookedTick = session.world.tick;
    this.#smoothing.remember(session.world);
  }

  /**
   * Takes in what was mispredicted. Called each time that the session advanced, it sees every
   * correction; after a stall of several ticks the picture simply jumps.
   */
  look(): void {
    const session = this.#session;
    const { world } = session;
    // The own disc obeys, except where another input was played: then it glides like any other.
    const isObeyed = session.eatenInputs === this.#eatenInputs;
    const own = isObeyed ? this.#ownDisc() : NO_DISC;
    this.#smoothing.correct(world, session.previous, own);
    this.#smoothing.remember(world);
    // What was eaten shows in the picture with the next tick.
    if (world.tick !== this.#lookedTick) this.#eatenInputs = session.eatenInputs;
    this.#lookedTick = world.tick;
  }

  /** What happened, once it is certain enough to be heard and seen. */
  takeEvents(): readonly MatchEvent[] {
    return this.#events.take(this.#session, this.#ownSeat);
  }

  /** Brings the picture up to `nowMs`; the same object as ever. */
  update(nowMs: number): Frame {
    const { world, previous } = this.#session;
    const { discs } = world.match;
    const before = previous.match.discs.length === discs.length ? previous.match.discs : discs;
    const blend = this.#session.blendAt(nowMs);
    this.#smoothing.decay(Math.max(0, nowMs - this.#drawnMs));
    this.#drawnMs = nowMs;
    const count = discs.length / DISC_STRIDE;
    if (this.#x.length !== count) {
      this.#x = new Float64Array(count);
      this.#y = new Float64Array(count);
    }
    for (let disc = 0; disc < count; disc += 1) {
      const at = disc * DISC_STRIDE;
      const toX = discs[at + DISC_X]!;
      const toY = discs[at + DISC_Y]!;
      const dx = toX - before[at + DISC_X]!;
      const dy = toY - before[at + DISC_Y]!;
      const rest = dx * dx + dy * dy > TELEPORT_UNITS * TELEPORT_UNITS ? 0 : 1 - blend;
      this.#x[disc] = toX - dx * rest + this.#smoothing.offsetX(disc);
      this.#y[disc] = toY - dy * rest + this.#smoothing.offsetY(disc);
    }
    return this;
  }

  get tick(): number {
    return this.#world.tick;
  }

  get x(): ArrayLike<number> {
    return this.#x;
  }

  get y(): ArrayLike<number> {
    return this.#y;
  }

  get discCount(): number {
    return this.#world.arena.discCount;
  }

  get firstPlayerDisc(): number {
    return this.#world.arena.firstPlayerDisc;
  }

  get ballSpeed(): number {
    const { discs } = this.#world.match;
    const at = BALL_DISC * DISC_STRIDE;
    return Math.hypot(discs[at + DISC_VX]!, discs[at + DISC_VY]!);
  }

  get phase(): Phase {
    return this.#int(MATCH.phase) as Phase;
  }

  get phaseTicks(): number {
    return this.#int(MATCH.phaseTicks);
  }

  get kickOffTeam(): Team {
    return this.#int(MATCH.kickOffTeam) as Team;
  }

  get lastTouchTeam(): Team {
    const toucher = this.#int(MATCH.lastTouch) - 1;
    return toucher < 0 ? TEAM_NONE : (this.#int(seatInt(toucher, SEAT.team)) as Team);
  }

  get room(): RoomState {
    return this.#showRoom(this.#world.room);
  }

  get self(): MemberId | null {
    return this.#session.self;
  }

  isKicking(seat: Seat): boolean {
    return this.#int(seatInt(seat, SEAT.kick)) !== 0;
  }

  isKickGuessed(seat: Seat): boolean {
    return this.#events.isKickGuessed(this.#session, seat);
  }

  get #world(): World {
    return this.#session.world;
  }

  #int(index: number): number {
    return this.#world.match.ints[index]!;
  }

  get #ownSeat(): Seat | null {
    const { self } = this.#session;
    return self === null ? null : (findMember(this.#world.room, self)?.seat ?? null);
  }

  #ownDisc(): number {
    const seat = this.#ownSeat;
    return seat === null ? NO_DISC : playerDisc(this.#world.arena, seat);
  }
}
