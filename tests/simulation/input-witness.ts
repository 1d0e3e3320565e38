import type { PeerSession } from '../../shared/netplay/peer-session.ts';
import { type RoomState, findMember } from '../../shared/room/room-state.ts';
import type { MemberId } from '../../shared/room/command.ts';
import type { Seat } from '../../shared/sim/seat.ts';

/** A seat that was taken this long ago has no inputs of an earlier player on their way. */
const SETTLED_TICKS = 60;
/** Input delay at most, and a little more. */
const AHEAD_TICKS = 8;
const KEPT = 1024;
const BLIND_TICKS = 600;

type Watched = {
  seat: Seat | null;
  /** A bot plays for it. */
  isAway: boolean;
  sinceTick: number;
  seenEnd: number;
  stalledTicks: number;
  takenBackTicks: number;
  shownTick: number;
  /** By tick: every input that was held for it, one bit each; after a jump of the clock two may be. */
  readonly held: Float64Array;
  readonly heldTick: Float64Array;
};

/**
 * Sees what became of every input of every player: it is final at the tick that it was made for,
 * or the last one is played on in its place, or nothing is. So none is played twice, or elsewhere. While
 * it is away or idle a bot plays, and nothing is compared.
 */
export class InputWitness {
  readonly differences: string[] = [];
  /** Inputs that were compared. */
  compared = 0;
  readonly #watched = new Map<string, Watched>();

  watch(peer: string, session: PeerSession): void {
    const { engine, self } = session;
    const { timeline, final } = engine;
    const seat = self === null ? null : (findMember(final.room, self)?.seat ?? null);
    const known = this.#watched.get(peer);
    if (known) noticeChange(session, known, seat);
    if (!known || known.seat !== seat || seat === null) {
      this.#watched.set(peer, {
        seat,
        isAway: isAway(final.room, self) || isAway(engine.room, self),
        sinceTick: engine.predicted.tick,
        seenEnd: timeline.end,
        stalledTicks: 0,
        takenBackTicks: session.counts.takenBackTicks,
        shownTick: engine.predicted.tick,
        held: new Float64Array(KEPT),
        heldTick: new Float64Array(KEPT).fill(-1),
      });
      return;
    }
    if (isPlayedByBot(session)) known.sinceTick = Math.max(known.sinceTick, timeline.end);
    this.#compare(peer, session, known, seat);
    note(session, known, seat);
    known.seenEnd = timeline.end;
  }

  #compare(peer: string, { engine, self }: PeerSession, known: Watched, seat: Seat): void {
    const { timeline } = engine;
    for (let tick = Math.max(known.seenEnd, timeline.start + 1); tick < timeline.end; tick++) {
      const cell = tick % KEPT;
      for (const command of timeline.commandsAt(tick)) {
        if (command.type !== 'absent' || command.member !== self) continue;
        known.isAway = command.absent;
        known.sinceTick = Math.max(known.sinceTick, tick);
      }
      if (known.isAway || tick - known.sinceTick < SETTLED_TICKS || known.heldTick[cell] !== tick)
        continue;
      const bits = timeline.inputAt(tick, seat);
      this.compared += 1;
      const wasHeld = Math.floor(known.held[cell]! / 2 ** bits) % 2 === 1;
      if (wasHeld || bits === timeline.inputAt(tick - 1, seat) || bits === 0) continue;
      this.differences.push(`${peer} at tick ${tick} plays ${bits}, which it never held then`);
    }
  }
}

function isAway(room: RoomState, self: MemberId | null): boolean {
  return self !== null && findMember(room, self)?.absent === true;
}

/** [R19] By what is final, or by what is shown. */
function isPlayedByBot({ engine, self }: PeerSession): boolean {
  if (self === null) return false;
  return [engine.final.room, engine.room].some((room) => findMember(room, self)?.idle === true);
}

/** The timeline goes on from elsewhere than it was seen to end. */
function noticeChange(
  { engine, self, counts }: PeerSession,
  known: Watched,
  seat: Seat | null,
): void {
  const { timeline, final, room } = engine;
  if (known.seat === seat && known.seenEnd > timeline.end) {
    known.seenEnd = timeline.end;
    known.isAway ||= isAway(final.room, self) || isAway(room, self);
  }
  const hasJumped = timeline.start > known.seenEnd;
  if (!hasJumped && counts.takenBackTicks === known.takenBackTicks) return;
  // What took the place of ticks that were seen, or was missed, may have been played by a bot.
  known.takenBackTicks = counts.takenBackTicks;
  known.isAway = isAwayByOrder({ engine, self });
  known.sinceTick = timeline.end;
  known.seenEnd = timeline.end;
}

/** As the newest ordered tick has it, which no world may have come to yet. */
function isAwayByOrder({ engine, self }: Pick<PeerSession, 'engine' | 'self'>): boolean {
  const { final, timeline } = engine;
  let away = isAway(final.room, self);
  for (let tick = final.tick; tick < timeline.end; tick++) {
    for (const command of timeline.commandsAt(tick)) {
      if (command.type === 'absent' && command.member === self) away = command.absent;
    }
  }
  return away;
}

/** Remembers what is held for the ticks that are not final yet. */
function note({ engine, counts }: PeerSession, known: Watched, seat: Seat): void {
  const { end } = engine.timeline;
  // A peer that stands still samples on, too far ahead of what it shows for anybody to see here.
  if (counts.stalledTicks > known.stalledTicks) {
    known.sinceTick = end + BLIND_TICKS + counts.stalledTicks;
  }
  known.stalledTicks = counts.stalledTicks;
  // What was ordered before it caught up with the clock is somebody else's, or of the page before.
  const { tick: shownTick } = engine.predicted;
  if (shownTick - known.shownTick > SETTLED_TICKS) known.sinceTick = shownTick;
  known.shownTick = shownTick;
  const last = engine.predicted.tick + AHEAD_TICKS;
  for (let tick = end; tick < last; tick++) {
    if (!engine.hints.has(tick, seat)) continue;
    const cell = tick % KEPT;
    if (known.heldTick[cell] !== tick) {
      known.heldTick[cell] = tick;
      known.held[cell] = 0;
    }
    const bit = 2 ** engine.hints.get(tick, seat);
    if (Math.floor(known.held[cell]! / bit) % 2 === 0) known.held[cell] = known.held[cell]! + bit;
  }
}
