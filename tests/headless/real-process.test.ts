import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { RunningLobby } from '../browser/lobby.ts';
import { serveLobby } from '../browser/served-lobby.ts';
import { PROJECT_ROOT } from '../../tools/project/source-files.ts';

// Whole processes over WebRTC and a real lobby: what the simulated rooms leave out.

const WRTC = await import('@roamhq/wrtc' as string).catch(() => null);

/** Long enough for a busy machine. */
const WITHIN_MS = 20_000;
const TEST_MS = 120_000;

let built: string;
let folder: string;
let lobby: RunningLobby;
let children: ChildProcess[];

beforeAll(() => {
  // Inside of the project, so that the library for WebRTC is found.
  built = mkdtempSync(join(PROJECT_ROOT, 'node_modules', '.headless-'));
  const words = ['build', '--ssr', '--mode', 'headless', '--outDir', built, '--logLevel', 'warn'];
  execFileSync(process.execPath, [join(PROJECT_ROOT, 'node_modules/vite/bin/vite.js'), ...words], {
    cwd: PROJECT_ROOT,
    env: { ...process.env, VITEST: '' },
  });
}, 60_000);
afterAll(() => rmSync(built, { recursive: true, force: true }));

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'peerball-rooms-'));
  lobby = await serveLobby();
  children = [];
});
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  await lobby.stop();
  rmSync(folder, { recursive: true, force: true });
});

type Run = { readonly child: ChildProcess; readonly output: () => string };

/** What `npm run room` starts, with a script of this text. */
function run(name: string, source: string, ...options: string[]): Run {
  const file = join(folder, name);
  writeFileSync(file, source);
  const words = [file, '--lobby', lobby.url, '--data', join(folder, 'data'), ...options];
  const child = spawn(process.execPath, [join(built, 'main.js'), ...words]);
  children.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  return { child, output: () => output };
}

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

test.skipIf(WRTC === null)(
  'a killed process is begun again and finds its room, its match and what its script kept',
  async () => {
    const { child, output } = run('league.mjs', SCRIPT, '--restart');
    await expect.poll(output, { timeout: WITHIN_MS }).toContain('run 1 ticked');
    expect(output()).toContain('stadium Big');
    expect(output()).toMatch(/uncaught: league\.mjs:\d+:\d+ Error: a bug in a timer/);
    await expect.poll(output, { timeout: WITHIN_MS }).toContain('awake');
    const [, link] = /run 1 link (\S+)/.exec(output())!;
    const [, pid] = /process (\d+)/.exec(output())!;
    process.kill(Number(pid), 'SIGKILL');
    await expect.poll(output, { timeout: WITHIN_MS }).toContain(`run 2 link ${link}`);
    await expect.poll(output, { timeout: WITHIN_MS }).toContain('run 2 ticked');
    // Killed itself, what begins it again leaves nothing behind.
    const second = Number(/process (\d+)[^]*process (\d+)/.exec(output())![2]);
    child.kill('SIGKILL');
    await expect.poll(() => isAlive(second), { timeout: WITHIN_MS }).toBe(false);
  },
  TEST_MS,
);
