import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../project/source-files.ts';

/** Compiles `<name>.c` of this folder into `folder`, and returns the program. @throws Error with what `cc` says */
export function compileTool(name: string, folder: string): string {
  const program = join(folder, name);
  const source = join(PROJECT_ROOT, 'tools/netlab', `${name}.c`);
  const { status, stderr } = spawnSync('cc', ['-O2', '-o', program, source, '-lm']);
  if (status !== 0) throw new Error(`${name}.c does not compile: ${String(stderr)}`);
  return program;
}
