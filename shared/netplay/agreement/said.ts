import { assert } from '../../base/assert.ts';
import type { Handover, PeerMessage } from '../../consensus/messages.ts';
import type { ElectionMessage } from '../../wire/election-packet.ts';
import { createWindowBuffer, readWindow } from '../engine/timeline-window.ts';
import type { RoomEngine } from '../engine/room-engine.ts';
import { MAX_SEATS } from '../../base/room-limits.ts';
import { type HeldRows, endOf, marksIn } from './held-rows.ts';
import { toTick } from '../../sim/tick.ts';

/** What an election says, as it travels: a vote with many ticks in several parts. */
export function toSaid(message: PeerMessage, engine: RoomEngine): readonly ElectionMessage[] {
  switch (message.type) {
    case 'ask':
      return [{ ...message, commit: toTick(message.commit) }];
    case 'elect':
      return [{ ...message, commit: toTick(message.commit) }];
    case 'would':
    case 'stale':
      return [message];
    case 'vote':
      return toParts(message, engine);
    case 'handover':
      return [toHandover(message, engine)];
    default:
      assert(false, `${message.type} rides on packets of play`);
  }
}

function toParts(
  { term, tail }: PeerMessage & { type: 'vote' },
  engine: RoomEngine,
): ElectionMessage[] {
  const parts: ElectionMessage[] = [];
  let from = tail.from;
  do {
    const held = readHeld(engine, from);
    parts.push({
      type: 'vote',
      term,
      voteFrom: toTick(tail.from),
      voteEnd: toTick(tail.end),
      lastTerm: tail.term,
      fromTick: toTick(from),
      rows: held.rows,
      commands: held.commands,
    });
    from = endOf(held);
  } while (from < tail.end);
  return parts;
}

function toHandover({ term, append }: Handover, engine: RoomEngine): ElectionMessage {
  const { rows, commands } = readHeld(engine, append.from);
  return {
    type: 'handover',
    term,
    lastTerm: append.term,
    commit: toTick(append.commit),
    life: append.life,
    fromTick: toTick(append.from),
    rows,
    commands,
  };
}

/** What one packet takes, in bytes of its own: it is sent again. */
function readHeld({ timeline }: RoomEngine, from: number): HeldRows {
  if (from >= timeline.end) return { from, rows: new Uint8Array(0), commands: [] };
  return { from, ...readWindow(timeline, from, createWindowBuffer()) };
}

/** The last append of a handover. */
export function fromHandover(said: ElectionMessage & { type: 'handover' }): {
  readonly message: Handover;
  readonly held: HeldRows;
} {
  const { term, lastTerm, commit, life, fromTick, rows, commands } = said;
  const held: HeldRows = { from: fromTick, rows: rows.slice(), commands };
  const end = fromTick + rows.length / MAX_SEATS;
  const marks = marksIn(held);
  const append = {
    type: 'append',
    term: lastTerm,
    from: fromTick,
    end,
    toldEnd: end,
    commit,
    marks,
    life,
  } as const;
  return { message: { type: 'handover', term, append }, held };
}
