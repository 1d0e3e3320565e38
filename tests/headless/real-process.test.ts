import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { RunningLobby } from '../browser/lobby.ts';
import { serveLobby } from '../browser/served-lobby.ts';
import { BuiltRooms, processesOf, WEB_RTC } from './room-process.ts';

// Whole processes over WebRTC and a real lobby: what the simulated rooms leave out.

/** Long enough for a busy machine. */
const WITHIN_MS = 20_000;
const TEST_MS = 120_000;

let rooms: BuiltRooms;
let lobby: RunningLobby;

beforeAll(() => {
  rooms = new BuiltRooms();
}, 60_000);
afterAll(() => rooms.remove());

beforeEach(async () => {
  lobby = await serveLobby();
});
afterEach(async () => {
  rooms.clear();
  await lobby.stop();
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

const SCRIPT = `
import HaxballJS from 'haxball.js';
const HBInit = await HaxballJS;
const room = HBInit({ roomName: 'Real', noPlayer: true, public: true });
const runs = Number(localStorage.getItem('runs') ?? 0) + 1;
localStorage.setItem('runs', String(runs));
room.setDefaultStadium('Big');
room.onRoomLink = (url) => console.log('run', runs, 'link', url);
room.onStadiumChange = (name) => console.log('stadium', name);
room.onGameStart = () => console.log('run', runs, 'started');
let ticks = 0;
room.onGameTick = () => { ticks += 1; if (ticks === 60) console.log('run', runs, 'ticked'); };
if (runs === 1) setTimeout(() => room.startGame(), 200);
setTimeout(() => { throw new Error('a bug in a timer'); }, 50);
if (runs === 1) setTimeout(() => { const end = Date.now() + 1500; while (Date.now() < end); console.log('awake'); }, 2500);
`;

test.skipIf(WEB_RTC === null)(
  'a killed process is begun again and finds its room, its match and what its script kept',
  async () => {
    const room = rooms.run(lobby.url, 'league.mjs', SCRIPT, '--restart');
    const { child, output } = room;
    await expect.poll(output, { timeout: WITHIN_MS }).toContain('run 1 ticked');
    expect(output()).toContain('stadium Big');
    expect(output()).toMatch(/uncaught: league\.mjs:\d+:\d+ Error: a bug in a timer/);
    await expect.poll(output, { timeout: WITHIN_MS }).toContain('awake');
    const [, link] = /run 1 link (\S+)/.exec(output())!;
    process.kill(processesOf(room)[0]!, 'SIGKILL');
    await expect.poll(output, { timeout: WITHIN_MS }).toContain(`run 2 link ${link}`);
    await expect.poll(output, { timeout: WITHIN_MS }).toContain('run 2 ticked');
    // Killed itself, what begins it again leaves nothing behind.
    const second = processesOf(room)[1]!;
    child.kill('SIGKILL');
    await expect.poll(() => isAlive(second), { timeout: WITHIN_MS }).toBe(false);
  },
  TEST_MS,
);
