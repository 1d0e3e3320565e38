import { expect, test } from 'vitest';
import {
  type CountedMatch,
  countMatch,
  EMPTY_RECORD,
  favouriteMap,
  parseRecord,
  RecordStore,
} from './player-record.ts';

const WON: CountedMatch = {
  isWon: true,
  hasPeople: true,
  map: 'Classic',
  goals: 2,
  assists: 1,
  saves: 3,
  shots: 5,
  ticks: 3600,
};
const LOST: CountedMatch = { ...WON, isWon: false };

test('[V18] matches are added up, and a streak ends with the first that is not won', () => {
  const record = [WON, WON, LOST, WON].reduce(countMatch, EMPTY_RECORD);
  expect(record.people).toMatchObject({ matches: 4, wins: 3, goals: 8, ticks: 14_400 });
  expect([record.people.streak, record.people.bestStreak]).toEqual([1, 2]);
});

test('[V18] matches against bots alone are counted by themselves', () => {
  const record = countMatch(countMatch(EMPTY_RECORD, WON), { ...WON, hasPeople: false });
  expect([record.people.matches, record.bots.matches]).toEqual([1, 1]);
});

test('[V18] the favourite map is the one with the most matches, whatever it is called', () => {
  const maps = ['Big', '__proto__', 'Big', '', '__proto__', '__proto__'];
  const record = maps.reduce((sum, map) => countMatch(sum, { ...WON, map }), EMPTY_RECORD);
  expect(favouriteMap(record)).toBe('__proto__');
  expect(favouriteMap(parseRecord(JSON.parse(JSON.stringify(record))))).toBe('__proto__');
  expect(favouriteMap(EMPTY_RECORD)).toBe('');
});

test('[V18] of many maps those are kept that were played on most, and the newest', () => {
  let record = EMPTY_RECORD;
  for (let index = 0; index < 120; index++) {
    record = countMatch(record, { ...WON, map: `map ${index}` });
    record = countMatch(record, { ...WON, map: 'home' });
  }
  expect(record.maps).toHaveLength(50);
  expect(record.maps).toContainEqual({ name: 'map 119', matches: 1 });
  expect(favouriteMap(record)).toBe('home');
});

test.each([
  null,
  7,
  'x',
  [],
  { people: { matches: -1, wins: 'many', goals: 1e99 }, maps: [3, {}] },
])('what storage has and makes no sense counts nothing: %j', (stored) =>
  expect(parseRecord(stored)).toEqual(EMPTY_RECORD),
);

test('a store that refuses costs the memory of it: it lasts for this visit', () => {
  const kept = new Map<string, string>();
  let isBlocked = false;
  const record = new RecordStore({
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => {
      if (isBlocked) throw new Error('blocked');
      kept.set(key, value);
    },
  });
  record.value = countMatch(record.value, WON);
  isBlocked = true;
  record.value = countMatch(record.value, WON);
  expect(record.value.people.matches).toBe(2);
  kept.set('peerball.record', '{');
  isBlocked = false;
  record.value = countMatch(record.value, WON);
  expect(record.value.people.matches).toBe(3);
});
