import { expect, test } from 'vitest';
import { isTestFile, readSourceFiles } from '../tools/project/source-files.ts';

/** What brings a file while the game runs, and the one place where it may stand. */
const WAYS = [
  { way: /\bimport\(/, homes: ['game/app/page/parts.ts', 'game/app/page/text-parts.ts'] },
  {
    way: /\bnew (?:Shared)?Worker\(/,
    homes: ['game/match/tick-clock.ts', 'game/worker/worker-thread.ts'],
  },
  { way: /\bfonts\.load\(|\bnew FontFace\(/, homes: ['game/app/page/start-canvas.ts'] },
  {
    way: /(?<!#)\bfetch\(|\bXMLHttpRequest\b/,
    // The operator's page is a page of its own, and brings figures. The worker asks what a page asked it.
    homes: [
      'game/load/fetch-file.ts',
      'game/load/served-build.ts',
      'game/offline/worker/service-worker.ts',
      'game/operator/operator.ts',
    ],
  },
] as const;

const files = readSourceFiles(['game']).filter(
  ({ path }) => !isTestFile(path) && !path.startsWith('game/debug/pages/'),
);

test.each(WAYS)('only those who say what is wrong bring files by $way', ({ way, homes }) => {
  const found = files.filter(({ text }) => way.test(text)).map(({ path }) => path);
  expect(found).toEqual(homes);
});
