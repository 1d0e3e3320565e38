import { spawn } from 'node:child_process';
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
 * Runs one of package.json's scripts in the time that everything else leaves. Its output is shown in
 * one piece when it has ended, so that it does not mix with what runs at the same time.
 *
 * @param print takes that output
 */
export async function runScriptAside(
  print: (output: string) => void,
  script: string,
  ...args: string[]
): Promise<boolean> {
  const child = spawn(...npmRun(script, args), { cwd: PROJECT_ROOT });
  // What it starts later inherits it.
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
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
