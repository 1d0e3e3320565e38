import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../tools/project/source-files.ts';
import type { Deployment } from './build-anew.ts';

export type ChangedBuild = Deployment & {
  readonly build: string;
  /** As a host does that wants none. */
  readonly removeWorker: () => void;
};

/**
 * A copy of what is built, as the version after it in which one late part is gone: sooner had than
 * by `buildAnew`, where no page needs that part of the newer version.
 *
 * @param part begins the names of its files
 */
export function changeBuild(part: string): ChangedBuild {
  const folder = mkdtempSync(join(tmpdir(), 'peerball-'));
  cpSync(join(PROJECT_ROOT, 'dist'), join(folder, 'dist'), { recursive: true });
  const game = join(folder, 'dist', 'game');
  const build = 'c0ffee'.repeat(3).slice(0, 16);
  const page = readFileSync(join(game, 'index.html'), 'utf8');
  const older = /<meta name="peerball-build" content="(\w+)"/.exec(page)![1]!;
  writeFileSync(join(game, 'index.html'), page.replace(older, build));
  const list = JSON.parse(readFileSync(join(game, 'offline.json'), 'utf8')) as {
    files: Record<string, string>;
  };
  const files = Object.entries(list.files).filter(([path]) => !path.startsWith(`/assets/${part}-`));
  const kept = { ...list, build, files: Object.fromEntries(files) };
  writeFileSync(join(game, 'offline.json'), JSON.stringify(kept));
  for (const name of readdirSync(join(game, 'assets'))) {
    if (name.startsWith(`${part}-`)) rmSync(join(game, 'assets', name));
  }
  return {
    folder,
    build,
    remove: () => rmSync(folder, { recursive: true }),
    removeWorker: () => {
      for (const ending of ['', '.br', '.gz'])
        rmSync(join(game, `sw.js${ending}`), { force: true });
    },
  };
}
