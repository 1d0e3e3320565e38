import { beforeEach, expect, test } from 'vitest';
import { removeMember } from './remove-member.ts';
import type { Mark } from '../../shared/consensus/log.ts';
import type { WitnessAnswer } from '../../shared/consensus/messages.ts';
import { FIRST_TERM, nextTerm, uncleanTerm } from '../../shared/consensus/term-state.ts';
import { UNCLEAN_MS } from '../../shared/consensus/timing.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import { RoomsUnderTest, visitor } from '../../tests/lobby/rooms-under-test.ts';
import { DEFAULT_TIMES } from '../limits/limits.ts';
import type { Visitor } from './visitor.ts';
import type { WitnessDesk } from './witness-desk.ts';

const SECOND_TERM = nextTerm(FIRST_TERM);
const ada = visitor('ada');
const bob = visitor('bob');
let server: RoomsUnderTest;
let code: RoomCode;

/** Ada, page 0, and Bob, page 1, are the configuration; she sequences. */
beforeEach(async () => {
  server = new RoomsUnderTest();
  code = await server.open(ada);
  await join(bob);
  expect(await sync(ada)).toMatchObject({ type: 'synced' });
});

const join = (by: Visitor) =>
  server.rooms.join(by, { nonce: `join of ${by.connection}`, code, name: by.guest });

function markOf(members: number, term = FIRST_TERM, at = 5): Mark {
  return { at, term, members };
}

async function valueOf(asked: ReturnType<WitnessDesk['ask']>): Promise<WitnessAnswer> {
  const answer = await asked;
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}

async function lifeNow(): Promise<number> {
  return server.witness.newsOf((await server.rooms.find(code))!).life;
}

async function sync(by: Visitor, mark = markOf(0b11), term = FIRST_TERM, settledLife?: number) {
  const life = settledLife ?? (await lifeNow());
  return valueOf(
    server.witness.ask(by.connection, code, (from) => {
      return { type: 'sync', from, term, mark, settledLife: life };
    }),
  );
}

const elect = (by: Visitor, term = SECOND_TERM, mark = markOf(0b11)) =>
  valueOf(server.witness.ask(by.connection, code, (from) => ({ type: 'elect', from, term, mark })));

const granted = { type: 'granted', term: SECOND_TERM };

test('[L89] whose a request is the connection says: a stranger has no answer', async () => {
  const makeRequest = (from: number) => ({ type: 'unclean', from, term: SECOND_TERM }) as const;
  const refused = { ok: false, error: { code: 'NOT_MEMBER' } };
  expect(await server.witness.ask('eve page', code, makeRequest)).toEqual(refused);
  const elsewhere = 'CCCCCC' as RoomCode;
  expect(await server.witness.ask(ada.connection, elsewhere, makeRequest)).toEqual(refused);
  const seen: number[] = [];
  await server.witness.ask(bob.connection, code, (from) => {
    seen.push(from);
    return makeRequest(from);
  });
  expect(new Set(seen)).toEqual(new Set([1]));
});

test('[L90] while the page of the sequencer answers nobody else is elected', async () => {
  expect(await elect(bob)).toMatchObject({ type: 'refused', reason: 'sequencer-heard' });
  expect(server.asked).toEqual([ada.connection]);
});

test('[L90] a page that does not answer is silent, and the vote is free', async () => {
  server.silent.add(ada.connection);
  expect(await elect(bob)).toEqual(granted);
});

test('[L90] a sequencer that is heard while its page is asked is not silent', async () => {
  server.silent.add(ada.connection);
  const [answer] = await Promise.all([
    elect(bob),
    (async () => {
      await Promise.resolve();
      server.timers.advance(1);
      return sync(ada);
    })(),
  ]);
  expect(answer).toMatchObject({ type: 'refused', reason: 'sequencer-heard' });
});

test('[L90] however many doubt, one page is asked once at a time', async () => {
  await Promise.all([elect(bob), elect(bob), elect(bob)]);
  expect(server.asked).toEqual([ada.connection]);
  await elect(bob);
  expect(server.asked).toHaveLength(2);
});

test.each(['lost', 'bye'] as const)(
  '[L90] a sequencer whose socket closed (%s) is silent at once',
  async (how) => {
    await server.rooms.disconnected(ada, code, how);
    expect(await elect(bob)).toEqual(granted);
    expect(server.asked).toEqual([]);
  },
);

test('[L90] patience ends by the clock of the lobby, with the page of the sequencer there', async () => {
  const term = uncleanTerm(FIRST_TERM, 1);
  const ask = () =>
    valueOf(server.witness.ask(bob.connection, code, (from) => ({ type: 'unclean', from, term })));
  server.timers.advance(UNCLEAN_MS - 1);
  expect(await ask()).toMatchObject({ type: 'refused', reason: 'sequencer-heard' });
  expect(server.asked).toEqual([ada.connection]);
  server.timers.advance(1);
  expect(await ask()).toEqual({ type: 'unclean', term });
});

test('[L88] all hear of a page that is over: reloaded, left, removed, or not back in time', async () => {
  await join(visitor('bob', 'page 2'));
  expect(server.news.at(-1)).toMatchObject({ code, ended: 0b0010 });
  await server.rooms.leave(visitor('bob', 'page 2'), code);
  expect(server.news.at(-1)).toMatchObject({ code, ended: 0b0110 });
  const cy = await join(visitor('cy'));
  if (!cy.ok) throw new Error(cy.error.code);
  await server.rooms.remove(
    code,
    (room) => removeMember(room, ada, cy.value.seat.id),
    () => {},
  );
  expect(server.news.at(-1)).toMatchObject({ code, ended: 0b1110 });
  const dan = visitor('dan');
  await join(dan);
  await server.rooms.disconnected(dan, code, 'lost');
  expect(server.news).toHaveLength(3);
  server.timers.advance(DEFAULT_TIMES.seatGraceMs);
  await new Promise<void>((resolve) => setImmediate(resolve));
  expect(server.news.at(-1)).toMatchObject({ code, ended: 0b11110 });
});

test('[L88] a connection that is lost and taken up again is no news, and keeps the vote', async () => {
  await server.rooms.disconnected(ada, code, 'lost');
  const back = { ...ada, connection: 'ada again' };
  await server.rooms.resume(back, code);
  expect(server.news).toEqual([]);
  expect(await sync(back)).toMatchObject({ type: 'synced' });
});

test('[L90] a page that was loaded anew is not the one that sequenced', async () => {
  const again = visitor('ada', 'page 2');
  await join(again);
  expect(await sync(again, markOf(0b111))).toMatchObject({ type: 'refused' });
  expect(await elect(bob)).toEqual(granted);
});

test('[L90] a lobby without memory abstains until a majority followed somebody in its new life', async () => {
  const before = await lifeNow();
  server.witness = server.makeWitness(9);
  server.witness.follow(null, (await server.rooms.find(code))!);
  expect(await lifeNow()).not.toBe(before);
  server.timers.advance(UNCLEAN_MS);
  const noMemory = { type: 'refused', reason: 'no-memory' };
  expect(await elect(bob)).toMatchObject(noMemory);
  expect(await sync(ada, markOf(0b11), FIRST_TERM, before)).toMatchObject(noMemory);
  expect(await sync(ada)).toMatchObject({ type: 'synced' });
});

test('[L90] lives have eight bits, are never 0, and follow no other of the same number', async () => {
  const lives = new Set<number>();
  for (let page = 2, mark = 0b01; page < 300; page++) {
    await sync(visitor('ada', page === 2 ? 'page' : `page ${page - 1}`), markOf(mark));
    const before = await lifeNow();
    const placed = await join(visitor('ada', `page ${page}`));
    if (!placed.ok) throw new Error(placed.error.code);
    mark = 2 ** placed.value.seat.pageNumber;
    // No page is left of the configuration, so the memory is void.
    expect(await lifeNow()).not.toBe(before);
    lives.add(await lifeNow());
  }
  expect(lives.has(0)).toBe(false);
  expect(Math.max(...lives)).toBeLessThanOrEqual(255);
  expect(lives.size).toBeGreaterThan(50);
});

test('[L90] a new page that gets the number of one which the witness knows voids its memory', async () => {
  const everybody = 2 ** 31 - 1;
  await sync(ada, markOf(everybody, FIRST_TERM, 6));
  const before = await lifeNow();
  const cy = visitor('cy');
  await join(cy);
  expect(await lifeNow()).not.toBe(before);
  expect(server.news.at(-1)).toMatchObject({ life: await lifeNow() });
  server.timers.advance(UNCLEAN_MS);
  expect(await elect(cy, SECOND_TERM, markOf(0b111))).toMatchObject({ reason: 'no-memory' });
});

test('[L90] a room that has ended takes its witness along', async () => {
  await server.rooms.leave(bob, code);
  await server.rooms.leave(ada, code);
  expect(server.witness.size).toBe(0);
  const other = await server.open(ada);
  await server.rooms.end(other);
  expect(server.witness.size).toBe(0);
});
