import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { beforeAll, expect, test } from 'vitest';
import { PROJECT_ROOT } from '../../project/source-files.ts';
import { lean, PHASER_CHOICE, phaserPlugins, standIn } from './lean-phaser.ts';
import {
  CONSTANTS,
  EXPORTS,
  KEPT_OF_LISTS,
  LEFT_OUT,
  REGISTERED,
  SILENT,
} from './phaser-modules.ts';

const SOURCE = join(PROJECT_ROOT, 'node_modules/phaser/src');

let script: Rolldown.OutputChunk;
/** Every module of Phaser that the build has asked for, whether it is kept or not. */
let asked: string[];

beforeAll(async () => {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    plugins: phaserPlugins({}),
    build: {
      write: false,
      minify: false,
      lib: { entry: join(PROJECT_ROOT, 'game/app/canvas/game-canvas.ts'), formats: ['es'] },
    },
  });
  const [bundle] = output as Rolldown.RolldownOutput[];
  script = bundle!.output[0];
  asked = Object.keys(script.modules)
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.startsWith(SOURCE.replaceAll('\\', '/')))
    .map((path) => path.slice(SOURCE.length + 1).replace(/\.js$/, ''));
}, 60_000);

test('what the tables name is what Phaser has and the game would get', () => {
  const named = [...REGISTERED, ...Object.values(EXPORTS), ...Object.keys(KEPT_OF_LISTS)];
  for (const module of [...named, ...Object.keys(SILENT)]) expect(asked).toContain(module);
  for (const path of LEFT_OUT) {
    expect(
      asked.some((module) => module.startsWith(path)),
      path,
    ).toBe(true);
  }
});

test.each(Object.entries(KEPT_OF_LISTS))('%s lists what is kept of it', (module, kept) => {
  const code = readFileSync(join(SOURCE, `${module}.js`), 'utf8');
  const listed = Array.from(
    lean(code, module).matchAll(/^ *(\w+): require\(/gm),
    ([, name]) => name,
  );
  expect(listed).toEqual(expect.arrayContaining([...kept]));
  expect(listed).toHaveLength(kept.length);
});

test('no line of a module moves', () => {
  const code = readFileSync(join(SOURCE, 'gameobjects/components/index.js'), 'utf8');
  const lines = lean(code, 'gameobjects/components/index').split('\n');
  expect(lines).toHaveLength(code.split('\n').length);
});

test('every flag of Phaser is decided', () => {
  expect(script.code).not.toMatch(/typeof [A-Z]+_[A-Z]+\b/);
});

test('what is left out says so by its name', () => {
  const made = { exports: (): void => {} };
  new Function('module', standIn('filters/Blur')!)(made);
  expect(made.exports).toThrow('phaser/src/filters/Blur is left out');
});

test('another choice than lean or stock is refused', () => {
  expect(phaserPlugins({ [PHASER_CHOICE]: 'stock' })).toEqual([]);
  expect(() => phaserPlugins({ [PHASER_CHOICE]: 'fat' })).toThrow('must be lean or stock');
});

test.each([...Object.keys(EXPORTS), ...CONSTANTS])('%s is what the game imports', (name) => {
  const game = ['game-canvas', 'pitch-scene'].map((file) =>
    readFileSync(join(PROJECT_ROOT, `game/app/canvas/${file}.ts`), 'utf8'),
  );
  expect(game.join('\n')).toMatch(
    new RegExp(String.raw`^import .*\b${name}\b.* from 'phaser'`, 'm'),
  );
});
