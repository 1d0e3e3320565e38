import { build, type Plugin, type Rolldown } from 'vite';
import { PROJECT_ROOT } from '../project/source-files.ts';
import { join } from 'node:path';

const SOURCE = 'game/offline/worker/service-worker.ts';
/** Its address has to stay the same: by that a browser knows the next version of it. */
const FILE = 'sw.js';

/** Puts the service worker beside the page, a script in one piece: it may stand in for pages of any build. */
export function buildWorker(): Plugin {
  return {
    name: 'build-worker',
    apply: (_config, { command, isSsrBuild }) => command === 'build' && isSsrBuild !== true,
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: FILE, source: await bundleWorker() });
    },
  };
}

/** The worker's script. */
export async function bundleWorker(): Promise<string> {
  const output = await build({
    configFile: false,
    root: PROJECT_ROOT,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: join(PROJECT_ROOT, SOURCE), formats: ['iife'], name: 'worker' },
    },
  });
  const [bundle] = output as Rolldown.RolldownOutput[];
  return bundle!.output[0].code;
}
