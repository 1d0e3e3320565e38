import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { PACKAGE_HOMES } from '../../tools/layers.ts';
import { PROJECT_ROOT } from '../../tools/project/source-files.ts';
import { BuiltFolder, lobbyEnvironment, watchLobby } from './lobby-process.ts';

const END_MS = 3000;
const PATIENCE = { timeout: 60_000 };
/** Windows has no signals to hand on. */
const onPosix = test.skipIf(process.platform === 'win32');

type Package = {
  readonly version: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
};
const ours = JSON.parse(readFileSync(join(PROJECT_ROOT, 'package.json'), 'utf8')) as Package;

let folder: BuiltFolder;
let npm: ChildProcess | null = null;

beforeAll(async () => {
  folder = await BuiltFolder.make();
  mkdirSync(join(folder.path, 'tools'));
  for (const file of ['start.js', 'peerball.js']) {
    cpSync(join(PROJECT_ROOT, 'tools', file), join(folder.path, 'tools', file));
  }
}, PATIENCE.timeout);

afterAll(() => folder.remove());

beforeEach(() => {
  mkdirSync(join(folder.path, 'node_modules'), { recursive: true });
  // What stands in dist is the build.
  setBuild('node --version');
});

afterEach(() => {
  const isRunning = npm?.exitCode === null && npm.signalCode === null;
  if (npm?.pid !== undefined && isRunning) process.kill(-npm.pid, 'SIGKILL');
});

/** Everything is ours but what `build` does. */
function setBuild(build: string): void {
  const scripts = { ...ours.scripts, build };
  writeFileSync(join(folder.path, 'package.json'), JSON.stringify({ ...ours, scripts }));
}

/** In a process group of its own, as a shell or a supervisor would start it. */
function npmStart(): ChildProcess {
  const cli = process.env['npm_execpath'];
  const [program, args] = cli === undefined ? ['npm', []] : [process.execPath, [cli]];
  npm = spawn(program, [...args, 'start'], {
    cwd: folder.path,
    env: lobbyEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  return npm;
}

async function output(child: ChildProcess): Promise<string> {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  }
  await new Promise((resolve) => child.once('close', resolve));
  return text;
}

const answers = (url: string): Promise<boolean> =>
  fetch(`${url}/healthz`).then(
    () => true,
    () => false,
  );

onPosix.each([
  ['SIGTERM to npm', 'SIGTERM', 1],
  ['SIGTERM to all', 'SIGTERM', -1],
  ['SIGINT to npm', 'SIGINT', 1],
  ['Ctrl+C', 'SIGINT', -1],
] as const)(
  '[L59] %s ends the server that npm start started',
  PATIENCE,
  async (_how, signal, to) => {
    const { url, child, output: said, exit } = await watchLobby(npmStart());
    expect(await answers(url)).toBe(true);
    const startedMs = performance.now();
    process.kill(to * child.pid!, signal);
    await expect.poll(() => answers(url), { timeout: END_MS, interval: 50 }).toBe(false);
    await exit;
    expect(performance.now() - startedMs).toBeLessThan(END_MS);
    expect(said()).toContain('"event":"stopped"');
  },
);

onPosix('[L59] a signal while npm start builds ends the build too', PATIENCE, async () => {
  setBuild(`node -e "console.log('building ' + process.pid); setInterval(() => {}, 1000)"`);
  const child = npmStart();
  const pid = await new Promise<number>((resolve) => {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      const match = /^building (\d+)/m.exec(text);
      if (match !== null) resolve(Number(match[1]));
    });
  });
  child.kill('SIGTERM');
  const isAlive = (): boolean => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };
  await expect.poll(isAlive, { timeout: END_MS }).toBe(false);
});

test('npm start without packages says what to do', PATIENCE, async () => {
  rmSync(join(folder.path, 'node_modules'), { recursive: true });
  expect(await output(npmStart())).toContain('run "npm ci" first');
  expect(npm?.exitCode).toBe(1);
});

test('npm start with a build that fails says so and starts nothing', PATIENCE, async () => {
  setBuild('node -e "process.exit(3)"');
  const said = await output(npmStart());
  expect(said).toContain('The game could not be built');
  expect(said).not.toContain('Peerball is running');
  expect(npm?.exitCode).toBe(1);
});

function peerball(...words: string[]): ChildProcess {
  return spawn(process.execPath, [join(folder.path, 'tools', 'peerball.js'), ...words], {
    cwd: folder.path,
    env: lobbyEnvironment({ PEERBALL_STUN_URLS: '' }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

test('[L138] the command peerball starts what is built, and checks it', PATIENCE, async () => {
  const server = peerball();
  try {
    const { url } = await watchLobby(server);
    const check = peerball('check', url);
    const said = await output(check);
    expect(said).toContain('A websocket opens.');
    expect(said).toContain('Players can play.');
    expect(check.exitCode).toBe(0);
    const nowhere = peerball('check', 'http://localhost:9');
    expect(await output(nowhere)).toContain('is not reached');
    expect(nowhere.exitCode).toBe(1);
  } finally {
    server.kill('SIGKILL');
  }
});

test('the command peerball says what it can do', PATIENCE, async () => {
  expect(await output(peerball('--help'))).toContain('peerball check [url]');
  expect(await output(peerball('--version'))).toBe(`${ours.version}\n`);
  const wrong = peerball('chekc');
  expect(await output(wrong)).toContain('There is no command "chekc"');
  expect(wrong.exitCode).toBe(2);
});

test('what the build needs is installed where NODE_ENV is production', () => {
  const needed = [...Object.keys(PACKAGE_HOMES), 'vite'];
  expect(needed.filter((name) => ours.dependencies[name] === undefined)).toEqual([]);
});
