import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../tools/project/source-files.ts';

const BUILT = join(PROJECT_ROOT, 'dist', 'headless', 'main.js');
/** ms: longer than anything here takes on a busy machine. */
const PATIENCE_MS = 60_000;
const LOOK_EVERY_MS = 5;

/** What `npm run room` starts, with scripts of these texts, and what it said so far. */
export class RoomProcess {
  readonly child: ChildProcess;
  output = '';
  readonly #folder: string;

  /** @throws Error when it was not built */
  constructor(lobbyUrl: string, scripts: readonly string[], ...options: readonly string[]) {
    if (!existsSync(BUILT)) throw new Error('run "npx vite build --ssr --mode headless" first');
    this.#folder = mkdtempSync(join(tmpdir(), 'peerball-bench-'));
    const files = scripts.map((source, index) => {
      const file = join(this.#folder, `script-${index}.js`);
      writeFileSync(file, source);
      return file;
    });
    const words = [...files, '--lobby', lobbyUrl, '--data', join(this.#folder, 'data'), ...options];
    this.child = spawn(process.execPath, [BUILT, ...words], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.child.stdout!.setEncoding('utf8').on('data', (text: string) => (this.output += text));
  }

  /** Waits until it has said something, so many times; gives the last one. @throws Error when it does not */
  async until(pattern: RegExp, count = 1): Promise<RegExpExecArray> {
    const endMs = performance.now() + PATIENCE_MS;
    for (;;) {
      const found = [...this.output.matchAll(new RegExp(pattern, 'g'))][count - 1];
      if (found) return found;
      if (performance.now() > endMs) throw new Error(`not said: ${pattern}\n${this.output}`);
      await pause(LOOK_EVERY_MS);
    }
  }

  end(): void {
    this.child.kill('SIGKILL');
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** Players in a process of their own; ended by `kill`. Resolves when all are in the room. */
export async function startPlayers(
  lobbyUrl: string,
  code: string,
  count: number,
): Promise<ChildProcess> {
  const file = join(PROJECT_ROOT, 'bench', 'rooms', 'players.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', file, lobbyUrl, code, String(count)], {
    cwd: PROJECT_ROOT,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout!.setEncoding('utf8').on('data', (text: string) => {
      if (text.includes('all are in')) resolve();
    });
    child.once('exit', () => reject(new Error('the players ended')));
  });
  return child;
}

/** In real time. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, ms));
}
