import { expect, test } from 'vitest';
import { type Morning, type Night, sleepThrough, waitForHost, type Who } from './night.ts';
import { serveLobby } from '../browser/served-lobby.ts';
import { takeTurns } from './take-turns.ts';

/** A seat is kept for 90 s, and a dead connection found within 18. */
const IN_TIME_MS = [40_000];
const LATE_MS = [95_000, 125_000];
const LONG_MS = 600_000;
/** Laptops whose steady clock stands still while they sleep, and whose connections die without a word. */
const STILL_MS: ReadonlySet<number> = new Set([95_000, LONG_MS]);
const WHO: readonly Who[] = ['host', 'guest', 'both'];

const turn = takeTurns(1);
/** Beside the longest nights, so that few pages are awake at once. */
const rest = takeTurns(3);

const nights: readonly Night[] = [LONG_MS, ...LATE_MS.toReversed(), ...IN_TIME_MS].flatMap((ms) =>
  WHO.flatMap((who) => {
    const laptop = STILL_MS.has(ms) ? 'still-laptop' : 'laptop';
    return ([laptop, 'phone'] as const).map((device) => ({
      who,
      device,
      ms,
      where: 'match' as const,
    }));
  }),
);

test.concurrent.each(nights)(
  '[L67] [L69] [L72] $who, $device asleep for $ms ms: both are in the match without a click',
  async (night) => {
    const sleep = () => inLobby((lobby) => sleepThrough(lobby, night, turn));
    const morning = await (night.ms === LONG_MS ? sleep() : rest(sleep));
    note(`${night.who} ${night.device} ${night.ms / 1000} s`, morning);
  },
);

test.concurrent.each([60_000, LONG_MS])(
  '[L66] [L70] the phone of the host sleeps for %i ms before the friend comes: both are in the room without a click',
  async (ms) => {
    const morning = await inLobby((lobby) => waitForHost(lobby, 'phone', ms, turn));
    expect(morning.words.join()).toContain('The host is away for a moment');
    note(`before the friend comes, phone ${ms / 1000} s`, morning);
  },
);

/** Each has a lobby of its own: none of them is about its limits. */
async function inLobby(play: (lobby: Awaited<ReturnType<typeof serveLobby>>) => Promise<Morning>) {
  const lobby = await serveLobby();
  try {
    return await play(lobby);
  } finally {
    await lobby.stop();
  }
}

function note(what: string, { backMs, words }: Morning): void {
  const isTold = words.includes('You were away for long: you are back in the room.');
  console.log(
    `${what}: together after ${(backMs / 1000).toFixed(1)} s${isTold ? ', told so' : ''}`,
  );
}
