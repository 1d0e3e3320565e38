import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { PROJECT_ROOT } from '../../tools/project/source-files.ts';

export type Deployment = {
  /** For `startLobby`. */
  readonly folder: string;
  readonly remove: () => void;
};

/** Every script is another one, as after a change to all of them. */
const anotherVersion: Plugin = {
  name: 'another-version',
  renderChunk: (code) => `${code}\nglobalThis.__version = 'another';`,
};

/** A copy of what is built, with the game built anew as the version after it. */
export async function buildAnew(): Promise<Deployment> {
  const folder = mkdtempSync(join(tmpdir(), 'peerball-'));
  mkdirSync(join(folder, 'dist'));
  cpSync(join(PROJECT_ROOT, 'dist', 'lobby-server'), join(folder, 'dist', 'lobby-server'), {
    recursive: true,
  });
  await build({
    configFile: join(PROJECT_ROOT, 'vite.config.ts'),
    logLevel: 'warn',
    plugins: [anotherVersion],
    build: { outDir: join(folder, 'dist', 'game'), emptyOutDir: true, sourcemap: false },
  });
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}
