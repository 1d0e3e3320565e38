import { join } from 'node:path';
import { build } from 'vite';
import { PROJECT_ROOT } from '../../tools/project/source-files.ts';

/** Beside what hosts run, so that packages are found from there. */
const FOLDER = join(PROJECT_ROOT, 'dist', 'bench-lobby');

/**
 * Builds the servers of the bench as the lobby server is built for hosts, and returns the file to run. What runs
 * `.ts` as it is gives every function its name anew whenever it is made, which costs half a kilobyte a page.
 */
export async function buildServer(): Promise<string> {
  await build({
    configFile: false,
    root: PROJECT_ROOT,
    logLevel: 'error',
    build: {
      ssr: 'bench/lobby/server-main.ts',
      outDir: FOLDER,
      emptyOutDir: true,
      target: 'node20',
    },
  });
  return join(FOLDER, 'server-main.js');
}
