import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { PROJECT_ROOT } from './source-files.ts';

const LOW = constants.priority.PRIORITY_LOW;
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
const HAS_SESSIONS = process.platform !== 'win32';

/** Runs one of package.json's scripts, its output shown as it comes; true when it ended well. */
export async function runScript(script: string, ...args: string[]): Promise<boolean> {
  const child = spawn(...npmRun(script, args), { cwd: PROJECT_ROOT, stdio: 'inherit' });
  const [code] = await once(child, 'close');
  return code === 0;
}

/**
 * Runs one of package.json's scripts beside another one. Its output is shown in one piece when it has ended,
 * so that it does not mix with what runs at the same time.
 *
 * @param print takes that output
 */
export function runScriptBeside(
  print: (output: string) => void,
  script: string,
  ...args: string[]
): Promise<boolean> {
  return printWhole(print, spawn(...npmRun(script, args), { cwd: PROJECT_ROOT }));
}

/** The same in the time that everything else leaves. */
export function runScriptAside(
  print: (output: string) => void,
  script: string,
  ...args: string[]
): Promise<boolean> {
  return printWhole(print, startAside(...npmRun(script, args)));
}

async function printWhole(
  print: (output: string) => void,
  child: ChildProcessWithoutNullStreams,
): Promise<boolean> {
  const pieces: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (piece: Buffer) => pieces.push(piece));
  const [code] = await once(child, 'close');
  print(Buffer.concat(pieces).toString());
  return code === 0;
}

/**
 * Starts a program of low priority. Linux shares the processor between sessions first, and each browser has one
 * of its own: a low priority in ours would take half of the processor from them (see `sched(7)`, autogroup).
 */
export function startAside(
  program: string,
  args: readonly string[],
): ChildProcessWithoutNullStreams {
  const child = spawn(program, args, { cwd: PROJECT_ROOT, detached: HAS_SESSIONS });
  if (child.pid === undefined) return child;
  // What it starts later inherits it.
  setPriority(child.pid, LOW);
  if (existsSync(`/proc/${child.pid}/autogroup`)) {
    writeFileSync(`/proc/${child.pid}/autogroup`, String(LOW));
  }
  if (HAS_SESSIONS) endWithUs(child, -child.pid);
  return child;
}

/** A session of its own hears nothing of Ctrl+C. */
function endWithUs(child: ChildProcess, group: number): void {
  const end = (signal: NodeJS.Signals): void => {
    process.kill(group, signal);
    process.exit(1);
  };
  for (const signal of SIGNALS) process.once(signal, end);
  child.once('exit', () => {
    for (const signal of SIGNALS) process.off(signal, end);
  });
}

function npmRun(script: string, args: readonly string[]): [program: string, args: string[]] {
  // The npm that started us, if one did: on Windows it could not be spawned by its name.
  const npm = process.env['npm_execpath'];
  const [program, first] = npm === undefined ? ['npm', []] : [process.execPath, [npm]];
  const rest = args.length > 0 ? ['--', ...args] : [];
  return [program, [...first, 'run', script, ...rest]];
}
