import { expect, test } from 'vitest';
import { fail } from '../../shared/base/result.ts';
import { ROOM_CODE_LENGTH, ROOM_CODE_SYMBOLS } from '../../shared/lobby/ids.ts';
import { ManualTimers } from '../../tests/lobby/manual-timers.ts';
import { seededRandom } from '../../tests/lobby/hostile/seeded-random.ts';
import { networksOf } from '../limits/address-prefix.ts';
import { DEFAULT_LIMITS } from '../limits/limits.ts';
import { PrefixBuckets } from '../limits/prefix-buckets.ts';
import { TokenBucket } from '../../shared/base/token-bucket.ts';
import { Guesses } from './guesses.ts';

const ROOMS = 1000;
const CODES = ROOM_CODE_SYMBOLS.length ** ROOM_CODE_LENGTH;
const SECOND_MS = 1000;
const HOUR_S = 3600;
/** More than gets through. */
const TRIES_A_SECOND = 12;
const TRIES_OF_MANY = 200;

/** How many rooms of a thousand a guesser finds in an hour that has a new socket for each try. */
async function hitsInAnHour(address: () => string, tries = TRIES_A_SECOND): Promise<number> {
  const timers = new ManualTimers();
  const guesses = new Guesses(new PrefixBuckets(DEFAULT_LIMITS.failedJoinsOfPrefix), timers, {
    refusal: null,
  });
  let guessed = 0;
  const ask = () => {
    guessed += 1;
    return Promise.resolve(fail({ code: 'NO_ROOM' } as const));
  };
  for (let second = 0; second < HOUR_S; second++) {
    for (let i = 0; i < tries; i++) {
      const failedJoins = new TokenBucket(DEFAULT_LIMITS.failedJoinsOfSession, timers.now());
      await guesses.count({ visitor: { networks: networksOf(address()) }, failedJoins }, ask);
    }
    timers.advance(SECOND_MS);
  }
  return (guessed * ROOMS) / CODES;
}

test('[L33] [L133] whoever guesses from one network finds less than one room of a thousand in an hour', async () => {
  const random = seededRandom(7);
  const part = (): string => Math.floor(random() * 0x1_0000).toString(16);
  const hits = {
    'IPv4 address': await hitsInAnHour(() => '192.0.2.7'),
    '/64': await hitsInAnHour(() => `2001:db8:1:2:${part()}:${part()}::1`),
    '/48': await hitsInAnHour(() => `2001:db8:1:${part()}::1`),
    '1 000 addresses': await hitsInAnHour(() => {
      const host = Math.floor(random() * 1000);
      return `10.0.${host % 250}.${Math.floor(host / 250)}`;
    }, TRIES_OF_MANY),
  };
  const told = Object.entries(hits).map(([from, count]) => `${from} ${count.toFixed(3)}`);
  process.stdout.write(`rooms found in an hour among ${ROOMS}: ${told.join(', ')}\n`);
  for (const from of ['IPv4 address', '/64', '/48'] as const) expect(hits[from]).toBeLessThan(1);
  expect(hits['/48']).toBeGreaterThan(hits['/64']);
});
