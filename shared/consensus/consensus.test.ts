import { expect, test } from 'vitest';
import { Consensus } from './consensus.ts';
import { makeAck } from './follow.ts';
import { makeAppend, mayOrder } from './leadership.ts';
import { newestMark } from './log.ts';
import { PAGES_MAX, includes } from './members.ts';
import type { Decision, PeerMessage, WitnessRequest } from './messages.ts';
import { foundRoom, startPeer } from './peer-state.ts';
import { FIRST_TERM, isSameLineage, nextTerm } from './term-state.ts';
import { REJOIN_MS } from './timing.ts';
import { answerAsWitness, noteSilence, startWitness } from './witness.ts';

type Options = { readonly members: number; readonly lobby?: boolean };

/** A room in which every message comes at once, but to and from those that are cut off. */
class Room {
  nowMs = 0;
  readonly peers: Consensus[] = [];
  readonly unclean: number[] = [];
  readonly cut = new Set<number>();
  readonly witness = startWitness(1, 0);
  #lobby: boolean;

  constructor({ members, lobby = true }: Options) {
    this.#lobby = lobby;
    for (let page = 0; page < members; page++) this.add();
    this.run(2_000);
  }

  add(): void {
    const page = this.peers.length;
    const state = page === 0 ? foundRoom(0, 0) : startPeer(page, this.nowMs);
    this.peers.push(new Consensus(state));
    if (this.#lobby) this.at(page).step({ type: 'witness-life', life: 1 }, this.nowMs);
    const { sequencer } = this;
    if (page > 0) this.at(sequencer!).step({ type: 'join', page }, this.nowMs);
  }

  at(page: number): Consensus {
    return this.peers[page]!;
  }

  get sequencer(): number | undefined {
    const here = this.peers.filter(({ state }) => !this.cut.has(state.page));
    return here.find(({ state }) => state.role.state === 'sequencer')?.state.page;
  }

  /** Ticks of 50 ms: each orders one, and tells everybody. */
  run(ms: number): void {
    for (const end = this.nowMs + ms; this.nowMs < end;) {
      this.nowMs += 50;
      for (const { state } of this.peers) this.#tick(state.page);
    }
  }

  #tick(page: number): void {
    const { state } = this.at(page);
    this.do(page, { type: 'time' });
    if (mayOrder(state, this.nowMs)) this.do(page, { type: 'ordered', end: state.log.end + 1 });
    for (let to = 0; to < PAGES_MAX; to++) {
      const append = makeAppend(state, to);
      if (append) this.#deliver(page, to, append);
    }
    const { sequencer } = state.terms;
    if (state.role.state !== 'sequencer' && sequencer >= 0)
      this.#deliver(page, sequencer, makeAck(state));
  }

  do(page: number, event: Parameters<Consensus['step']>[0]): void {
    const decisions = [...this.at(page).step(event, this.nowMs)];
    for (const decision of decisions) this.#carry(page, decision);
  }

  #carry(from: number, decision: Decision): void {
    if (decision.type === 'unclean') this.unclean.push(from);
    if (decision.type === 'ask-witness') this.#ask(from, decision.request);
    if (decision.type !== 'send') return;
    for (let to = 0; to < PAGES_MAX; to++) {
      if (includes(decision.to, to)) this.#deliver(from, to, decision.message);
    }
  }

  #deliver(from: number, to: number, message: PeerMessage): void {
    if (this.cut.has(from) || this.cut.has(to) || !this.peers[to]) return;
    this.do(to, { type: 'message', from, message });
  }

  #ask(from: number, request: WitnessRequest): void {
    if (this.cut.has(from) || !this.#lobby) return;
    const answer = answerAsWitness(this.witness, request, this.nowMs);
    this.do(from, { type: 'witness', answer });
  }
}

test('[C11] a newcomer is no member until it holds a world, and is one then', () => {
  const room = new Room({ members: 3 });
  expect(newestMark(room.at(0).state.log).members).toBe(0b111);
  room.add();
  room.cut.add(3);
  room.run(500);
  expect(newestMark(room.at(0).state.log).members).toBe(0b111);
  room.cut.delete(3);
  room.run(500);
  expect(newestMark(room.at(0).state.log).members).toBe(0b1111);
});

test('[C6] the first in line takes over, with every final tick, in the next term', () => {
  const room = new Room({ members: 3 });
  const { commit } = room.at(0).state.log;
  room.cut.add(0);
  room.run(2_000);
  expect(room.sequencer).toBe(1);
  const { log, terms } = room.at(1).state;
  expect([log.commit > commit, terms.term]).toEqual([true, 95]);
});

test('[C6] hidden pages come last', () => {
  const room = new Room({ members: 3 });
  room.do(1, { type: 'hidden', isHidden: true });
  room.cut.add(0);
  room.run(2_000);
  expect(room.sequencer).toBe(2);
});

test('[C6] who hears its sequencer grants nothing, and no term rises by the question', () => {
  const room = new Room({ members: 3 });
  room.do(1, {
    type: 'message',
    from: 2,
    message: { type: 'ask', term: 950, commit: 0, finalTerm: 63 },
  });
  room.do(1, {
    type: 'message',
    from: 2,
    message: { type: 'elect', term: 950, commit: 0, finalTerm: 63, heir: null },
  });
  expect(room.at(1).state.terms).toEqual({ term: 63, votedFor: -1, sequencer: 0 });
});

test('[C7] [C8] of two the one that is left goes on by the witness, and the other follows', () => {
  const room = new Room({ members: 2 });
  room.cut.add(0);
  noteSilence(room.witness, 0, room.nowMs);
  room.run(5_000);
  expect(room.sequencer).toBe(1);
  expect(room.witness.mark?.members).toBe(0b10);
  room.cut.clear();
  room.run(1_000);
  expect(room.at(0).state.terms).toMatchObject({ term: 95, sequencer: 1 });
  expect(newestMark(room.at(1).state.log).members).toBe(0b11);
});

test('[C8] a group that the others went on without is refused', () => {
  const room = new Room({ members: 2 });
  room.cut.add(1);
  room.run(3_000);
  const { mark } = room.witness;
  expect(mark?.members).toBe(0b01);
  const old = { at: 1, term: 63, members: 0b11 };
  noteSilence(room.witness, 0, room.nowMs);
  const request = { type: 'elect', from: 1, term: 95, mark: old } as const;
  const answer = answerAsWitness(room.witness, request, room.nowMs);
  expect(answer).toMatchObject({ type: 'refused', reason: 'older-configuration' });
});

test('[C10] a witness without memory abstains until a majority follows somebody', () => {
  const witness = startWitness(7, 0);
  const mark = { at: 1, term: 63, members: 0b11 };
  const elect = { type: 'elect', from: 1, term: 95, mark } as const;
  expect(answerAsWitness(witness, elect, 5_000)).toMatchObject({ reason: 'no-memory' });
  const sync = { type: 'sync', from: 0, term: 63, mark, settledLife: 6 } as const;
  expect(answerAsWitness(witness, sync, 5_000)).toMatchObject({ reason: 'no-memory' });
  expect(answerAsWitness(witness, { ...sync, settledLife: 7 }, 5_000).type).toBe('synced');
});

test('[C12] a transfer is an election at once, and nothing that was ordered is lost', () => {
  const room = new Room({ members: 3 });
  const { end } = room.at(0).state.log;
  room.do(0, { type: 'transfer', to: 2 });
  room.run(100);
  expect(room.sequencer).toBe(2);
  expect(room.at(2).state.log.commit).toBeGreaterThanOrEqual(end);
  expect(room.at(2).state.terms.votedFor).toBe(2);
});

test('[C12] what the heir lacks comes with the word to stand', () => {
  const room = new Room({ members: 4 });
  const sent: PeerMessage[] = [];
  const { log } = room.at(0).state;
  room.do(0, { type: 'ordered', end: log.end + 2 });
  for (const decision of room.at(0).step({ type: 'transfer', to: 2 }, room.nowMs)) {
    if (decision.type === 'send') sent.push(decision.message);
  }
  const [message] = sent;
  room.do(2, { type: 'message', from: 0, message: message! });
  expect(message?.type).toBe('handover');
  expect(room.sequencer).toBe(2);
  expect(room.at(2).state.log.end).toBe(log.end + 1);
});

test('[C6] of two candidates in one term the later in line gives way, and the first asks anew', () => {
  const room = new Room({ members: 3 });
  room.cut.add(0).add(1).add(2);
  room.run(700);
  room.nowMs += 400;
  for (const page of [1, 2]) room.do(page, { type: 'time' });
  for (const page of [1, 2]) {
    const would = { type: 'would', term: 63 } as const;
    room.do(page, { type: 'message', from: page === 1 ? 2 : 1, message: would });
  }
  const [first, second] = [room.at(1), room.at(2)];
  expect([first, second].map(({ state }) => state.role.state)).toEqual(['candidate', 'candidate']);
  const elect = { type: 'elect', term: 95, commit: 0, finalTerm: 63, heir: null } as const;
  room.do(2, { type: 'message', from: 1, message: elect });
  room.do(1, { type: 'message', from: 2, message: elect });
  expect(second.state.role.state).toBe('follower');
  room.nowMs += 250;
  room.do(1, { type: 'time' });
  expect(first.state.role.state).toBe('asking');
});

test('[C12] an heir that is gone costs half a second, and the sequencer goes on', () => {
  const room = new Room({ members: 3 });
  room.cut.add(2);
  room.run(200);
  room.do(0, { type: 'transfer', to: 2 });
  expect(mayOrder(room.at(0).state, room.nowMs)).toBe(false);
  room.run(700);
  expect(mayOrder(room.at(0).state, room.nowMs)).toBe(true);
});

test('[C13] a sequencer without a quorum orders nothing, and steps down', () => {
  const room = new Room({ members: 3 });
  room.cut.add(0);
  room.run(1_100);
  expect(mayOrder(room.at(0).state, room.nowMs)).toBe(false);
  room.run(3_000);
  expect(room.at(0).state.role.state).not.toBe('sequencer');
});

test('[C13] an open socket to the lobby is no vote: a witness that refuses is none after three seconds', () => {
  const room = new Room({ members: 2 });
  const isOrdering = () => mayOrder(room.at(0).state, room.nowMs);
  // It lost its memory, and nobody has told the pages of its new life.
  Object.assign(room.witness, startWitness(2, room.nowMs));
  room.cut.add(1);
  room.run(2_000);
  expect(isOrdering()).toBe(true);
  room.run(2_000);
  expect(isOrdering()).toBe(false);
  room.run(3_500);
  expect(room.at(0).state.role.state).not.toBe('sequencer');
});

test('[C14] a page that is silent leaves the in-sync set, and comes back once it has kept up', () => {
  const room = new Room({ members: 4 });
  const membersNow = () => newestMark(room.at(0).state.log).members;
  room.cut.add(3);
  room.run(2_000);
  expect(membersNow()).toBe(0b0111);
  room.cut.clear();
  room.run(REJOIN_MS - 100);
  expect(membersNow()).toBe(0b0111);
  room.run(1_000);
  expect(membersNow()).toBe(0b1111);
});

test('[C14] a page that runs once a second leaves the in-sync set once, and stays out', () => {
  const room = new Room({ members: 4 });
  const before = room.at(0).state.log.marks.length;
  for (let second = 0; second < 8; second++) {
    room.cut.add(3);
    room.run(1_900);
    room.cut.clear();
    room.run(100);
  }
  expect(newestMark(room.at(0).state.log).members).toBe(0b0111);
  expect(room.at(0).state.log.marks.length - before).toBe(1);
});

test('[C12] with the handover all others are asked to vote for the heir, which saves it the asking', () => {
  const room = new Room({ members: 5 });
  const decisions = room.at(0).step({ type: 'transfer', to: 3 }, room.nowMs);
  const sent = decisions.flatMap((one) => (one.type === 'send' ? one : []));
  expect(sent).toMatchObject([
    { to: 0b01000, message: { type: 'handover' } },
    { to: 0b10110, message: { type: 'elect', heir: 3 } },
  ]);
});

test('[C12] a vote that overtakes the handover costs the heir nothing', () => {
  const room = new Room({ members: 3 });
  const term = nextTerm(FIRST_TERM);
  const tail = { from: 0, end: 1, term: FIRST_TERM, marks: [] };
  room.do(1, { type: 'message', from: 2, message: { type: 'vote', term, tail } });
  expect(room.at(1).state.terms.term).toBe(FIRST_TERM);
  room.do(0, { type: 'transfer', to: 1 });
  expect(room.sequencer).toBe(1);
});

test('[C12] only its own sequencer says to a peer that another one is the heir', () => {
  const room = new Room({ members: 4 });
  const elect = { type: 'elect', commit: 0, finalTerm: FIRST_TERM, heir: 2 } as const;
  room.do(1, { type: 'message', from: 3, message: { ...elect, term: nextTerm(FIRST_TERM) } });
  expect(room.at(1).state.terms).toMatchObject({ term: FIRST_TERM, sequencer: 0 });
});

test('[C14] by a goodbye of the sequencer the other of two goes on without a witness', () => {
  const room = new Room({ members: 2, lobby: false });
  const { at, term } = newestMark(room.at(0).state.log);
  room.cut.add(0);
  room.do(1, { type: 'parted', word: { page: 0, mark: { at, term } } });
  room.run(1_500);
  expect(room.sequencer).toBe(1);
  expect(room.unclean).toEqual([]);
});

test('[C2] one whose partner went on with a newcomer and crashed does not go on beside it', () => {
  const room = new Room({ members: 2 });
  room.cut.add(1);
  room.run(1_500);
  room.add();
  room.run(1_000);
  expect(newestMark(room.at(2).state.log).members).toBe(0b101);
  room.cut.add(0);
  room.cut.delete(1);
  noteSilence(room.witness, 0, room.nowMs);
  for (const page of [1, 2]) room.do(page, { type: 'ended', pages: 0b001 });
  room.run(500);
  expect(room.at(1).state.role.state).not.toBe('sequencer');
  room.run(1_500);
  expect(room.at(2).state.role.state).toBe('sequencer');
  expect(includes(room.at(1).state.missedMark!.members, 2)).toBe(true);
});

test('[C2] one whose partner went on with somebody else before its goodbye does not go on by it', () => {
  const room = new Room({ members: 2, lobby: false });
  const { at, term } = newestMark(room.at(0).state.log);
  room.cut.add(0);
  room.do(1, { type: 'parted', word: { page: 0, mark: { at: at + 200, term } } });
  room.run(5_000);
  expect(room.sequencer).toBeUndefined();
});

test('[C15] who hears nobody goes on uncleanly after fifteen seconds and not before', () => {
  const room = new Room({ members: 2, lobby: false });
  room.cut.add(0);
  room.run(14_000);
  expect(room.sequencer).toBeUndefined();
  room.run(2_000);
  expect([room.sequencer, room.unclean.filter((page) => page === 1)]).toEqual([1, [1]]);
});

test('[C15] what a part made final without a quorum is replaced where the other is newer', () => {
  const room = new Room({ members: 2, lobby: false });
  room.cut.add(0);
  room.run(16_000);
  const { terms, log } = room.at(1).state;
  const mark = newestMark(log);
  const message = { type: 'world', term: terms.term + 32, end: log.commit, mark } as const;
  const decisions = room.at(0).step({ type: 'message', from: 1, message }, room.nowMs);
  expect(decisions).toEqual([{ type: 'retracted' }]);
});

test('[C9] an append that was overtaken takes back nothing that is held', () => {
  const room = new Room({ members: 2 });
  const { log, terms } = room.at(1).state;
  const before = structuredClone(log);
  const message = {
    type: 'append',
    term: terms.term,
    from: log.commit - 3,
    end: log.commit - 1,
    toldEnd: log.commit - 1,
    commit: log.commit - 3,
    marks: [],
    life: 1,
  } as const;
  room.do(1, { type: 'message', from: 0, message });
  expect(log).toEqual(before);
});

test('[C1] a message of an older term is answered with the own one', () => {
  const room = new Room({ members: 3 });
  const message = { type: 'ask', term: 31, commit: 0, finalTerm: 63 } as const;
  room.do(0, { type: 'time' });
  room.nowMs += 1_000;
  const decisions = room.at(1).step({ type: 'message', from: 2, message }, room.nowMs);
  expect(decisions).toEqual([{ type: 'send', to: 0b100, message: { type: 'stale', term: 63 } }]);
});

test('[C16] a number that is given to a new page counts as over nowhere', () => {
  const room = new Room({ members: 3 });
  room.cut.add(2);
  for (const page of [0, 1]) room.do(page, { type: 'ended', pages: 1 << 2 });
  room.run(1_000);
  expect(newestMark(room.at(1).state.log).members).toBe(0b011);
  room.peers[2] = new Consensus(startPeer(2, room.nowMs));
  room.cut.delete(2);
  room.do(0, { type: 'begun', page: 2 });
  room.do(0, { type: 'join', page: 2 });
  room.run(1_000);
  expect(newestMark(room.at(1).state.log).members).toBe(0b111);
  // Only the configuration told this one of the new page.
  expect(room.at(1).state.ended).toBe(0);
});

test('[C17] a sequencer that is silent now and then is not missed for that', () => {
  const room = new Room({ members: 3 });
  for (const page of [0, 1, 2]) room.do(page, { type: 'patience', gapMs: 700 });
  room.cut.add(0);
  room.run(1_300);
  room.cut.delete(0);
  room.run(200);
  expect(room.sequencer).toBe(0);
  expect(room.at(1).state.terms.term).toBe(room.at(0).state.terms.term);
  room.cut.add(0);
  room.run(2_500);
  expect(room.sequencer).toBe(1);
});

test('[C17] a page that slept for long does not go on alone as it wakes', () => {
  const room = new Room({ members: 2, lobby: false });
  const asleep = room.at(1);
  room.cut.add(1);
  room.nowMs += 60_000;
  room.do(1, { type: 'woke' });
  for (let ms = 0; ms < 5_000; ms += 50) {
    room.nowMs += 50;
    const decisions = asleep.step({ type: 'time' }, room.nowMs);
    expect(decisions.filter(({ type }) => type === 'unclean')).toEqual([]);
  }
});

test('[C15] who is elected behind a term of another lineage goes on in that of its log', () => {
  const room = new Room({ members: 3, lobby: false });
  room.cut.add(2);
  room.run(16_000);
  expect(room.unclean).toEqual([2]);
  const { term } = room.at(2).state.terms;
  for (const page of [0, 1])
    room.do(page, { type: 'message', from: 2, message: { type: 'stale', term } });
  room.run(3_000);
  const elected = room.at(room.sequencer!).state.terms;
  expect(elected.term).toBeGreaterThan(term);
  expect(isSameLineage(elected.term, FIRST_TERM)).toBe(true);
});

test('[C15] one that meets a quorum again tries an election before it goes on alone', () => {
  const room = new Room({ members: 3, lobby: false });
  room.cut.add(2);
  room.run(14_000);
  room.do(2, { type: 'met' });
  room.run(14_000);
  expect(room.unclean).toEqual([]);
  room.do(2, { type: 'met' });
  room.run(3_000);
  expect(room.unclean).toEqual([2]);
});

test('[C6] a sequencer that said goodbye is followed at once', () => {
  const room = new Room({ members: 3 });
  room.cut.add(0);
  for (const page of [1, 2]) room.do(page, { type: 'ended', pages: 1 });
  room.run(300);
  expect(room.sequencer).toBe(1);
});

test('[C6] what was ordered before a goodbye and comes after it stops no election', () => {
  const room = new Room({ members: 3 });
  const late = makeAppend(room.at(0).state, 1)!;
  room.cut.add(0);
  for (const page of [1, 2]) {
    room.do(page, { type: 'ended', pages: 0b001 });
    room.do(page, { type: 'message', from: 0, message: late });
  }
  room.run(400);
  expect(room.sequencer).toBe(1);
});
