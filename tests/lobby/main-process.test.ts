import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const main = join(root, 'lobby-server', 'main.ts');
/** Starting takes part of a second; a busy machine may need more. */
const PATIENCE = { timeout: 30_000 };

let folder: string;
let child: ChildProcess | null = null;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'peerball-main-'));
});

afterEach(() => {
  child?.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

type Run = {
  readonly exit: Promise<number | null>;
  readonly errors: () => string;
  readonly printed: (pattern: RegExp) => Promise<RegExpExecArray>;
};

function run(environment: Record<string, string>): Run {
  const process_ = spawn(process.execPath, ['--import', 'tsx', main], {
    cwd: root,
    env: { PATH: process.env['PATH'], PEERBALL_DATA_FOLDER: folder, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child = process_;
  let output = '';
  let errors = '';
  process_.stderr.on('data', (text) => (errors += String(text)));
  process_.stdout.on('data', (text) => (output += String(text)));
  const exit = new Promise<number | null>((resolve) => {
    process_.once('close', resolve);
  });
  const printed = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = (): void => {
        const match = pattern.exec(output);
        if (match !== null) resolve(match);
      };
      process_.stdout.on('data', look);
      process_.once('close', () => reject(new Error(`ended early: ${errors}`)));
      look();
    });
  return { exit, errors: () => errors, printed };
}

test('[L40] a wrong setting ends the start with its name', PATIENCE, async () => {
  const { exit, errors } = run({ PEERBALL_PROT: '3000', PEERBALL_PORT: 'http' });
  expect(await exit).toBe(1);
  expect(errors()).toBe(
    'PEERBALL_PROT is no setting: did you mean PEERBALL_PORT?\n' +
      'PEERBALL_PORT must be a whole number\n',
  );
});

test('a port that is taken ends the start with its name', PATIENCE, async () => {
  const other = createServer();
  await new Promise<void>((resolve) => {
    other.listen(0, resolve);
  });
  const { port } = other.address() as AddressInfo;
  const { exit, errors } = run({ PEERBALL_PORT: String(port) });
  expect(await exit).toBe(1);
  expect(errors()).toBe(`PEERBALL_PORT ${port} is taken by another program\n`);
  other.close();
});

test(
  '[L53] it tells where it runs, drains when it is asked to end, and ends well',
  PATIENCE,
  async () => {
    const { exit, printed } = run({ PEERBALL_PORT: '0' });
    const [, url] = await printed(/Peerball is running: (http:\/\/localhost:\d+)/);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    child?.kill('SIGTERM');
    await printed(/"rooms":0,"event":"draining"/);
    await printed(/"event":"stopped"/);
    expect(await exit).toBe(0);
  },
);

test('an interrupt ends it at once and well', PATIENCE, async () => {
  const { exit, printed } = run({ PEERBALL_PORT: '0' });
  await printed(/Peerball is running/);
  child?.kill('SIGINT');
  expect(await exit).toBe(0);
});

/** Stands for any mistake of ours, at a moment that the test chooses. */
const MISTAKE = `data:text/javascript,process.on('SIGUSR2',()=>{throw(new(Error)('a%20mistake'))})`;

test.skipIf(process.platform === 'win32')(
  '[L57] a mistake that nobody caught is logged and ends nothing, even when nobody reads the log',
  PATIENCE,
  async () => {
    const { printed } = run({ PEERBALL_PORT: '0', NODE_OPTIONS: `--import=${MISTAKE}` });
    const [, url] = await printed(/Peerball is running: (http:\/\/localhost:\d+)/);
    child?.kill('SIGUSR2');
    await printed(/"problem":"Error at .*"event":"uncaught"/);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    child?.stdout?.destroy();
    for (let times = 0; times < 3; times++) {
      child?.kill('SIGUSR2');
      expect((await fetch(`${url}/healthz`)).status).toBe(200);
    }
    expect(child?.exitCode).toBeNull();
  },
);
