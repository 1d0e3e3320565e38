import { spawnSync } from 'node:child_process';
import { PROJECT_ROOT } from './source-files.ts';

/** Runs one of package.json's scripts, its output shown as it comes; true when it ended well. */
export function runScript(script: string, ...args: string[]): boolean {
  // The npm that started us, if one did: on Windows it could not be spawned by its name.
  const npm = process.env['npm_execpath'];
  const [program, first] = npm === undefined ? ['npm', []] : [process.execPath, [npm]];
  const rest = args.length > 0 ? ['--', ...args] : [];
  const { status, error } = spawnSync(program, [...first, 'run', script, ...rest], {
    cwd: PROJECT_ROOT,
    stdio: 'inherit',
  });
  if (error !== undefined) throw error;
  return status === 0;
}
