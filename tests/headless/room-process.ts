import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../tools/project/source-files.ts';

/** Null where the library for WebRTC is not installed, or not for this machine. */
export const WEB_RTC: unknown = await import('@roamhq/wrtc' as string).catch(() => null);

/** What `npm run room` starts, as built, in a folder of its own. */
export class BuiltRooms {
  readonly #built: string;
  readonly #folder = mkdtempSync(join(tmpdir(), 'peerball-rooms-'));
  readonly #children: ChildProcess[] = [];

  constructor() {
    // Inside of the project, so that the library for WebRTC is found.
    this.#built = mkdtempSync(join(PROJECT_ROOT, 'node_modules', '.headless-'));
    const words = ['build', '--ssr', '--mode', 'headless', '--logLevel', 'warn'];
    const vite = join(PROJECT_ROOT, 'node_modules/vite/bin/vite.js');
    execFileSync(process.execPath, [vite, ...words, '--outDir', this.#built], {
      cwd: PROJECT_ROOT,
      env: { ...process.env, VITEST: '' },
    });
  }

  /** Begins a process with a script of this text. */
  run(lobbyUrl: string, name: string, source: string, ...options: readonly string[]): RunningRoom {
    const file = join(this.#folder, name);
    writeFileSync(file, source);
    const words = [file, '--lobby', lobbyUrl, '--data', join(this.#folder, 'data'), ...options];
    const child = spawn(process.execPath, [join(this.#built, 'main.js'), ...words]);
    this.#children.push(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    }
    return { child, output: () => output };
  }

  /** Ends the processes, and forgets what their scripts kept. */
  clear(): void {
    for (const child of this.#children.splice(0)) child.kill('SIGKILL');
    rmSync(join(this.#folder, 'data'), { recursive: true, force: true });
  }

  remove(): void {
    this.clear();
    rmSync(this.#folder, { recursive: true, force: true });
    rmSync(this.#built, { recursive: true, force: true });
  }
}

export type RunningRoom = { readonly child: ChildProcess; readonly output: () => string };

/** The processes that played rooms one behind the other, under `--restart`; the last one plays now. */
export function processesOf({ output }: RunningRoom): readonly number[] {
  return [...output().matchAll(/ process (\d+)/g)].map(([, pid]) => Number(pid));
}
