import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compressFolder } from '../../tools/build/compress-build.ts';
import { PROJECT_ROOT } from '../../tools/project/source-files.ts';

const VITE = join(PROJECT_ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
const PAGE = '<!doctype html><title>game</title><script src="/assets/main-abc.js"></script>';
/** As large as the largest chunk of the game: more than a connection takes at once. */
const SCRIPT_LINES = 60_000;
const RUNNING = /Peerball is running: http:\/\/localhost:(\d+)/;

/** A folder like a built clone: the real server, a page of two files in place of the game. */
export class BuiltFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'peerball-built-'));
  readonly game = join(this.path, 'dist', 'game');

  static async make(): Promise<BuiltFolder> {
    const folder = new BuiltFolder();
    const outDir = join(folder.path, 'dist', 'lobby-server');
    const { status, stderr } = spawnSync(
      process.execPath,
      [VITE, 'build', '--ssr', '--outDir', outDir, '--logLevel', 'error'],
      { cwd: PROJECT_ROOT, encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(`the lobby server was not built:\n${stderr}`);
    await folder.writeGame(PAGE);
    return folder;
  }

  async writeGame(page: string): Promise<void> {
    const lines = Array.from({ length: SCRIPT_LINES }, (_, line) => `export const v${line} = 1;`);
    mkdirSync(join(this.game, 'assets'), { recursive: true });
    writeFileSync(join(this.game, 'index.html'), page);
    writeFileSync(join(this.game, 'assets', 'main-abc.js'), lines.join('\n'));
    writeFileSync(join(this.game, 'assets', 'main-abc.js.map'), '{"version":3}');
    await compressFolder(this.game);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

export type LobbyProcess = {
  readonly child: ChildProcess;
  readonly port: number;
  readonly url: string;
  readonly output: () => string;
  readonly exit: Promise<{ readonly code: number | null; readonly signal: string | null }>;
  readonly printed: (pattern: RegExp) => Promise<RegExpExecArray>;
};

/** Starts the built server of the folder as a process of its own. */
export function startLobbyProcess(
  folder: BuiltFolder,
  environment: Readonly<Record<string, string>> = {},
): Promise<LobbyProcess> {
  const main = join(folder.path, 'dist', 'lobby-server', 'main.js');
  return watchLobby(
    spawn(process.execPath, [main], {
      cwd: folder.path,
      env: lobbyEnvironment(environment),
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );
}

/** Settings of whoever runs the tests do not reach the server. */
export function lobbyEnvironment(
  environment: Readonly<Record<string, string>> = {},
): NodeJS.ProcessEnv {
  const others = Object.entries(process.env).filter(([key]) => !key.startsWith('PEERBALL_'));
  const secret = 'only for tests on this machine';
  return {
    ...Object.fromEntries(others),
    PEERBALL_PORT: '0',
    PEERBALL_SECRET: secret,
    ...environment,
  };
}

/** Waits until the process says where it runs. */
export async function watchLobby(child: ChildProcess): Promise<LobbyProcess> {
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      for (const listener of listeners) listener();
    });
  }
  const exit = new Promise<{ code: number | null; signal: string | null }>((resolve) => {
    // Not at 'exit': by then what it printed last may still be in the pipe.
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  const printed = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = (): void => {
        const match = pattern.exec(output);
        if (match !== null) resolve(match);
      };
      listeners.add(look);
      void exit.then(() => reject(new Error(`ended early:\n${output}`)));
      look();
    });
  const port = Number((await printed(RUNNING))[1]);
  return { child, port, url: `http://localhost:${port}`, output: () => output, exit, printed };
}

/** How many descriptors a process has open; null where the system does not tell. */
export function countDescriptors(pid: number): number | null {
  if (process.platform !== 'linux') return null;
  return readdirSync(`/proc/${pid}/fd`).length;
}

/** Megabytes of memory that a process holds; null where the system does not tell. */
export function residentMb(pid: number): number | null {
  if (process.platform !== 'linux') return null;
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 102.4) / 10;
}
