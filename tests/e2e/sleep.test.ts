import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunningLobby } from '../browser/lobby.ts';
import { type Night, sleepThrough, waitForHost } from '../sleep/night.ts';
import { serveLobby } from '../browser/served-lobby.ts';
import { takeTurns } from '../sleep/take-turns.ts';

/** The short form of `npm run test:sleep`: here a seat is kept for as long as a blink. */
const SEAT_KEPT_MS = 2000;
/** A laptop's connection counts as lost once the lobby has waited for its heartbeat. */
const HEARTBEAT_MS = 20_000;
/** Until now a way that is not found in 25 s was a firewall. */
const AWAY_MS = 27_000;
const TIMEOUT_MS = 150_000;

const turn = takeTurns(1);
let lobby: RunningLobby;

beforeAll(async () => {
  lobby = await serveLobby({ seatGraceMs: SEAT_KEPT_MS });
});

afterAll(() => lobby.stop());

test.concurrent(
  '[L66] [L70] a friend who comes while the phone of the host sleeps waits for it, and is let in without a click',
  async () => {
    const { words } = await waitForHost(lobby, 'phone', AWAY_MS, turn);
    expect(words.join()).toContain('The host is away for a moment');
  },
  TIMEOUT_MS,
);

test.concurrent.each<Night>([
  { who: 'guest', device: 'still-laptop', ms: HEARTBEAT_MS + 2 * SEAT_KEPT_MS, where: 'match' },
  { who: 'host', device: 'phone', ms: 4 * SEAT_KEPT_MS, where: 'match' },
])(
  '[L69] [L72] the $who whose $device slept for longer than the seat is kept is back by itself',
  async (night) => {
    const { words } = await sleepThrough(lobby, night, turn);
    expect(words).toContain('You were away for long: you are back in the room.');
    // [R8] The owner of the room runs it again.
    expect(words.includes('Ana is back and the host again.')).toBe(night.who === 'host');
  },
  TIMEOUT_MS,
);
