import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import { PROJECT_ROOT } from './source-files.ts';

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

/**
 * The same at the lowest priority. Linux shares the processor between sessions first, and each browser has one of its
 * own (`sched(7)`, autogroup): it takes a browser's share, and what starts browsers goes first. A session of its own
 * at the lowest priority would give browsers all, and they would draw more pictures with it.
 */
export function runScriptAside(
  print: (output: string) => void,
  script: string,
  ...args: string[]
): Promise<boolean> {
  const child = spawn(...npmRun(script, args), { cwd: PROJECT_ROOT });
  // What it starts later inherits it.
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  return printWhole(print, child);
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

function npmRun(script: string, args: readonly string[]): [program: string, args: string[]] {
  // The npm that started us, if one did: on Windows it could not be spawned by its name.
  const npm = process.env['npm_execpath'];
  const [program, first] = npm === undefined ? ['npm', []] : [process.execPath, [npm]];
  const rest = args.length > 0 ? ['--', ...args] : [];
  return [program, [...first, 'run', script, ...rest]];
}
