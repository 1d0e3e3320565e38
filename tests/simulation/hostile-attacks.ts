import { only } from '../../shared/consensus/members.ts';
import { nextTerm } from '../../shared/consensus/term-state.ts';
import { toTick } from '../../shared/sim/tick.ts';
import { MAX_SEATS } from '../../shared/base/room-limits.ts';
import { toInputBits } from '../../shared/sim/input.ts';
import { hashBytes } from '../../shared/base/hash.ts';
import { MATCH } from '../../shared/sim/match-state.ts';
import { decodeWorld, encodeWorld } from '../../shared/wire/world-codec.ts';
import { CHUNK_BYTES } from '../../shared/wire/snapshot-packet.ts';
import { toShortTick } from '../../shared/wire/fields.ts';
import type { ControlMessage } from '../../shared/wire/control-packet.ts';
import type { ConfirmPacket } from '../../shared/wire/confirm-packet.ts';
import type { Packet } from '../../shared/wire/packets.ts';
import type { HostilePeer, Rewrite } from './hostile-peer.ts';
import { perSecond } from './hostile-room.ts';
import type { SimulatedPeer } from './simulated-room.ts';

const HIGHEST_TERM = 2 ** 32 - 1;

/** Makes what the liar does at each run of its client. */
export type Attack = (liar: HostilePeer) => () => void;

/** At first, and not again. */
export function once(act: (liar: HostilePeer) => void): Attack {
  return (liar) => {
    let isDone = false;
    return () => {
      if (!isDone) act(liar);
      isDone = true;
    };
  };
}

/** Twenty times a second, with the number of the time. */
export function often(act: (liar: HostilePeer, time: number) => void): Attack {
  return (liar) => {
    let time = 0;
    return perSecond(20, () => act(liar, time++));
  };
}

/** One CONFIRM as of the sequencer of a later term. */
export function claimTerm(liar: HostilePeer, term = nextTerm(liar.term)): void {
  const { end } = liar.peer.session.engine.timeline;
  liar.sayToAll(
    {
      type: 'confirm',
      fromTick: toShortTick(end),
      rows: new Uint8Array(0),
      commands: [],
      pending: 0,
      nowAhead: 0,
      nowPhase: 0,
      slack: 0,
      hidden: false,
      deadline: 3,
      told: { term, life: 0 },
      tails: [],
    },
    term,
  );
}

/** Stands in a term, or asks whether it might. */
function stand(
  liar: HostilePeer,
  type: 'ask' | 'elect',
  term: number,
  heir: number | null = null,
): void {
  const stands = { commit: toTick(liar.finalTick), finalTerm: liar.term };
  if (type === 'ask') liar.elect({ type, term, ...stands });
  else liar.elect({ type, term, ...stands, heir });
}

/** What a liar says of elections, by name. */
export const ELECTION_ATTACKS: Readonly<Record<string, Attack>> = {
  'asks for an election': often((liar) => stand(liar, 'ask', liar.term)),
  'stands in the next term': often((liar) => stand(liar, 'elect', nextTerm(liar.term))),
  'stands in ever later terms': often((liar, time) =>
    stand(liar, 'elect', liar.term + 32 * (time + 1)),
  ),
  'stands as if the sequencer had asked for it': often((liar, time) =>
    stand(liar, 'elect', liar.term + 32 * (time + 1), liar.place),
  ),
  'says in the name of the sequencer who its heir is': often((liar, time) =>
    stand(liar, 'elect', liar.term + 32, time % (liar.others.length + 1)),
  ),
  'tells of a later term': often((liar, time) =>
    liar.elect({ type: 'stale', term: liar.term + 32 * (time + 1) }),
  ),
  'tells of the highest term there is': often((liar) =>
    liar.elect({ type: 'stale', term: HIGHEST_TERM }),
  ),
  'asks for an election in the highest term': often((liar) => stand(liar, 'ask', HIGHEST_TERM)),
  'stands in the highest term': often((liar) => stand(liar, 'elect', HIGHEST_TERM)),
  'would vote, and votes, in later terms': often((liar, time) => {
    const term = liar.term + 32 * (time + 1);
    const voteFrom = toTick(liar.finalTick);
    liar.elect({ type: 'would', term });
    liar.elect({
      type: 'vote',
      term,
      voteFrom,
      voteEnd: voteFrom,
      lastTerm: term,
      fromTick: voteFrom,
      rows: new Uint8Array(0),
      commands: [],
    });
  }),
  'hands a term over that it does not have': often((liar, time) =>
    liar.elect({
      type: 'handover',
      term: liar.term + 32 * (time + 1),
      lastTerm: liar.term,
      commit: toTick(liar.finalTick),
      life: 0,
      fromTick: toTick(liar.finalTick),
      rows: new Uint8Array(0),
      commands: [],
    }),
  ),
  'claims later terms': often((liar, time) => claimTerm(liar, liar.term + 32 * (time + 1))),
  'claims the highest term': often((liar) => claimTerm(liar, HIGHEST_TERM)),
};

/** All of that, one after the other. */
export const saysEverything = inTurns(Object.values(ELECTION_ATTACKS));

/** The same, but that it is the sequencer: elected, it is not heard of. */
export const standsOnly = inTurns(
  Object.entries(ELECTION_ATTACKS).flatMap(([name, make]) =>
    name.startsWith('claims') ? [] : make,
  ),
);

function inTurns(makes: readonly Attack[]): Attack {
  return (liar) => takeTurns(makes.map((make) => make(liar)));
}

function takeTurns(attacks: readonly (() => void)[]): () => void {
  let time = 0;
  return () => attacks[time++ % attacks.length]!();
}

/** Says of everybody else that their pages are over. */
export const endsOthers = often((liar) => {
  // Each has the number of its place: no page was loaded anew.
  for (let page = 0; page <= liar.others.length; page++) {
    if (page !== liar.place) liar.elect({ type: 'ended', pages: only(page) });
  }
});

/** As the sequencer: other inputs to one of the others than to the rest. */
export function tellsAnother(liar: HostilePeer): Rewrite {
  const victim = liar.others.at(-1)!;
  return (packet: Packet, to) => {
    if (packet.type !== 'confirm' || to !== victim) return packet;
    const rows = packet.rows.slice();
    const first = packet.fromTick;
    for (let row = 0; row < rows.length / MAX_SEATS; row++) {
      // By the tick alone: the same lie each time that it is told.
      rows[row * MAX_SEATS] = toInputBits(((first + row) >> 4) % 16);
    }
    return { ...packet, rows };
  };
}

/** As the sequencer: says again and again what it said before, and orders nothing more. */
export function ordersNothing(): Rewrite {
  const said = new Map<SimulatedPeer, ConfirmPacket>();
  return (packet, to) => {
    if (packet.type !== 'confirm') return packet;
    const kept = said.get(to);
    if (!kept) said.set(to, structuredClone(packet));
    return kept ? { ...packet, ...bodyOf(kept) } : packet;
  };
}

function bodyOf({
  fromTick,
  rows,
  commands,
  pending,
  tails,
  told,
}: ConfirmPacket): Partial<ConfirmPacket> {
  return { fromTick, rows, commands, pending, tails, told };
}

/** Never says that it holds more than it did. */
export function holdsBackAcks(liar: HostilePeer): Rewrite {
  const { end } = liar.peer.session.engine.timeline;
  return (packet) => {
    if (packet.type !== 'input') return packet;
    const newest = packet.newestTick;
    return { ...packet, ahead: Math.min((newest - toShortTick(end) + 65_536) % 65_536, 1_022) };
  };
}

/** Everything that may be asked for, as fast as a link carries it. */
export const floods: Attack = (liar) => {
  let time = 0;
  const messages: readonly ((time: number) => ControlMessage)[] = [
    () => ({ type: 'join', name: 'Mallory', fresh: true }),
    (count) => ({ type: 'request', request: { type: 'ready', ready: count % 2 === 0 } }),
    (count) => ({ type: 'request', request: { type: 'pause', paused: count % 2 === 0 } }),
    (count) => ({
      type: 'chat',
      mark: count % 256,
      text: 'x',
      toTeam: false,
      author: null,
      relayTo: [],
    }),
    () => ({ type: 'quickChat', mark: 2, id: 1, author: null, relayTo: [] }),
  ];
  const stadium = 'f'.repeat(32);
  return perSecond(45, () => {
    time += 1;
    for (const message of messages) liar.tell(message(time));
    liar.sayToAll({ type: 'want', stadium, left: 9, wanted: [0, 1, 2] });
  });
};

/** As the sequencer: to those who come, a world in which another score stands. */
export function tellsAnotherScore({ peer }: HostilePeer): Rewrite {
  const worlds = new Map<number, Uint8Array>();
  const invent = (): Uint8Array => {
    const bytes = encodeWorld(peer.session.engine.final);
    const world = decodeWorld(bytes, (id) => peer.stadiums.arena(id));
    if (!world) return bytes;
    world.match.ints[MATCH.sunScore] = 9;
    return encodeWorld(world);
  };
  return (packet) => {
    if (packet.type !== 'snapshot') return packet;
    const world = worlds.get(packet.id) ?? invent();
    worlds.set(packet.id, world);
    const from = packet.index * CHUNK_BYTES;
    return { ...packet, chunk: world.slice(from, from + CHUNK_BYTES), check: hashBytes(world) };
  };
}

/** Its inputs are for ticks that were a fifth of a second before, so it saw what the others did there. */
export const answersLate: Rewrite = (packet) => {
  if (packet.type !== 'input' && packet.type !== 'hint') return packet;
  const ticks = 12;
  const newestTick = (packet.newestTick - ticks + 65_536) % 65_536;
  return { ...packet, newestTick, ahead: Math.max(packet.ahead - ticks, 0) };
};
