import { expect, test } from 'vitest';
import { checkLayers, type LayerTables } from './check-layers.ts';

const tables: LayerTables = {
  layers: {
    'shared/base': [],
    'shared/sim': ['shared/base'],
    'shared/version.ts': [],
    'game/view': ['shared/sim', 'game/match/frame.ts'],
    'game/match': ['shared/sim'],
    'game/main.ts': ['game'],
    'lobby-server/http': ['shared/base'],
  },
  homes: { phaser: ['game/view'], '@preact/signals': ['game/main.ts'], zod: ['lobby-server'] },
};

function check(path: string, text: string): string[] {
  return checkLayers([{ path, text }], tables);
}

test('a folder may import itself and what its layer lists', () => {
  expect(check('shared/sim/step.ts', `import { a } from './a.ts';`)).toEqual([]);
  expect(check('shared/sim/rules/goal.ts', `import { a } from '../../base/a.ts';`)).toEqual([]);
});

test('an import that the layer does not list is found, with its line', () => {
  expect(check('shared/base/a.ts', `\nimport { step } from '../sim/step.ts';`)).toEqual([
    'shared/base/a.ts:2: shared/base may not import shared/sim/step.ts',
  ]);
});

test('imports of types, of side effects, across lines and lazy ones count as well', () => {
  for (const text of [
    `import type { Step } from '../sim/step.ts';`,
    `import '../sim/step.ts';`,
    `import {\n  a,\n  type B as C,\n} from '../sim/step.ts';`,
    `const a = await import('../sim/step.ts');`,
    `new Worker(new URL('../../sim/step.ts', import.meta.url));`,
    `import work from '../sim/step.ts?worker';`,
  ]) {
    expect(check('shared/base/a.ts', text), text).toHaveLength(1);
  }
});

test('an import in a comment or a string is none', () => {
  const text = `// import '../sim/step.ts';\nconst a = "import '../sim/step.ts'";`;
  expect(check('shared/base/a.ts', text)).toEqual([]);
});

test('a URL that is no source file is no import', () => {
  expect(check('game/view/a.ts', `new URL('../logo.svg', import.meta.url);`)).toEqual([]);
});

test('an entry that is a file allows that file only', () => {
  const path = 'game/view/pitch.ts';
  expect(check(path, `import type { Frame } from '../match/frame.ts';`)).toEqual([]);
  expect(check(path, `import { Match } from '../match/match.ts';`)).toHaveLength(1);
});

test('the name of a layer is no prefix of another folder', () => {
  expect(check('shared/sim/a.ts', `import { a } from '../base-station/a.ts';`)).toHaveLength(1);
});

test('the longest matching entry decides', () => {
  const nested = { ...tables, layers: { ...tables.layers, 'game/view/hud': [] } };
  const file = { path: 'game/view/hud/clock.ts', text: `import '../../match/frame.ts';` };
  expect(checkLayers([file], nested)).toHaveLength(1);
});

test('a file outside of every layer is found', () => {
  expect(check('game/utils/a.ts', '')).toEqual(['game/utils/a.ts: belongs to no layer']);
});

test('a package is imported at home only', () => {
  expect(check('game/view/a.ts', `import { Scene } from 'phaser';`)).toEqual([]);
  expect(check('game/match/a.ts', `import { Scene } from 'phaser';`)).toEqual([
    'game/match/a.ts:1: phaser belongs to game/view',
  ]);
  expect(check('game/view/a.ts', `import { signal } from '@preact/signals';`)).toHaveLength(1);
});

test('a package without a home is found', () => {
  expect(check('game/view/a.ts', `import pad from 'left-pad/strict';`)).toEqual([
    'game/view/a.ts:1: the package left-pad has no home',
  ]);
});

test('modules of Node belong to the lobby server', () => {
  expect(check('lobby-server/http/a.ts', `import { join } from 'node:path';`)).toEqual([]);
  expect(check('shared/base/a.ts', `import { join } from 'node:path';`)).toHaveLength(1);
});

test('handing on what another file exports is found', () => {
  for (const text of [`export * from './b.ts';`, `export { b } from './b.ts';`]) {
    expect(check('shared/sim/index.ts', text), text).toHaveLength(1);
  }
});

test('a test may import anything, and nothing else may import a test', () => {
  const text = `import { vi } from 'vitest';\nimport { view } from '../../game/view/a.ts';`;
  expect(check('shared/sim/step.test.ts', text)).toEqual([]);
  expect(check('shared/sim/a.ts', `import { links } from './link.contract.ts';`)).toHaveLength(1);
});

test('a cycle is found and told in order', () => {
  const files = [
    { path: 'shared/sim/a.ts', text: `import './b.ts';` },
    { path: 'shared/sim/b.ts', text: `import type { C } from './c.ts';` },
    { path: 'shared/sim/c.ts', text: `import './a.ts';` },
  ];
  expect(checkLayers(files, tables)).toEqual([
    'cycle: shared/sim/a.ts → shared/sim/b.ts → shared/sim/c.ts → shared/sim/a.ts',
  ]);
});

test('a lazy import closes no cycle', () => {
  const files = [
    { path: 'shared/sim/a.ts', text: `import './b.ts';` },
    { path: 'shared/sim/b.ts', text: `const a = () => import('./a.ts');` },
  ];
  expect(checkLayers(files, tables)).toEqual([]);
});

test('a wing may import the floor of its room when it says so, and never another wing by that', () => {
  const layers = { a: ['a/left'], 'a/left': [], 'a/right': ['a'] };
  const problems = (path: string, target: string): string[] =>
    checkLayers([{ path, text: `import { x } from '${target}';` }], { layers, homes: {} });
  expect(problems('a/x.ts', './left/x.ts')).toEqual([]);
  expect(problems('a/x.ts', './right/x.ts')).toHaveLength(1);
  expect(problems('a/right/x.ts', '../x.ts')).toEqual([]);
  expect(problems('a/right/x.ts', '../left/x.ts')).toHaveLength(1);
  expect(problems('a/left/x.ts', '../x.ts')).toHaveLength(1);
});

test('two rooms that import each other are found, also where no two files do', () => {
  const layers = { a: ['b'], b: ['a'] };
  const files = [
    { path: 'a/x.ts', text: `import { y } from '../b/y.ts';` },
    { path: 'b/y.ts', text: '' },
    { path: 'b/z.ts', text: `import { w } from '../a/w.ts';` },
    { path: 'a/w.ts', text: '' },
  ];
  expect(checkLayers(files, { layers, homes: {} })).toEqual(['cycle: a → b → a']);
});
