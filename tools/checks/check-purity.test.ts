import { expect, test } from 'vitest';
import { checkPurity } from './check-purity.ts';

function check(text: string, path = 'shared/sim/a.ts'): string[] {
  return checkPurity([{ path, text }]);
}

const impure: Readonly<Record<string, string>> = {
  'a power': 'const a = b ** 2;',
  'a power that assigns': 'a **= 2;',
  'an inexact function': 'const a = Math.sin(b);',
  'an inexact function by its name in brackets': `const a = Math['sin'](b);`,
  'an inexact function by an optional chain': 'const a = Math?.sin(b);',
  'functions taken out of Math': 'const { sin } = Math;',
  'Math under another name': 'const m = Math;',
  chance: 'const a = Math.random();',
  'a date': 'const a = new Date();',
  'the time': 'const a = performance.now();',
  'chance of the host': 'crypto.getRandomValues(a);',
  'a loop over keys': 'for (const key in state) use(key);',
  'a sort without an order': 'list.sort();',
  'a copy sorted without an order': 'list.toSorted( );',
  'a locale in a number': 'a.toLocaleString();',
  'a locale in a comparison': 'a.localeCompare(b);',
  'the locale itself': 'new Intl.Collator();',
  'a map': 'const a = new Map<string, number>();',
  'a set as a type': 'function f(a: ReadonlySet<number>): void {}',
  'a variable of the module': 'let counter = 0;',
  'an exported variable of the module': 'export let counter = 0;',
  'an old variable of the module': 'var counter = 0;',
  'several variables of the module': 'let { a, b } = c;\nlet [d] = e;',
  'a variable after a function': 'function f() { let a = 1; }\nlet b = 2;',
  'a package': `import { clamp } from 'lodash';`,
  'a module of Node': `import { cpus } from 'node:os';`,
};

test.each(Object.entries(impure))('%s is found', (_, text) => {
  expect(check(text).length).toBeGreaterThan(0);
});

const pure: Readonly<Record<string, string>> = {
  'exact functions': 'const a = Math.sqrt(Math.abs(b)) + Math.imul(c, d) + Math.PI;',
  comments: '// a ** b, Math.sin, new Date()\n/** let it be */',
  strings: "const a = 'for (const key in state) Math.random()';",
  'variables of a function':
    'function f() {\n  let a = 0;\n  for (let i = 0; i < 3; i += 1) a += i;\n}',
  'a sort with an order': 'list.sort((a, b) => a - b);',
  'names that only begin alike': 'const mapX = 1; const setDate = inline; const letter = 2;',
  'properties that bear such a name': 'state.performance = state.Map;',
  'an import beside it': `import { a } from './a.ts';`,
};

test.each(Object.entries(pure))('%s: nothing is found', (_, text) => {
  expect(check(text)).toEqual([]);
});

test('several variables of the module are each found', () => {
  expect(check('let { a, b } = c;\nlet [d] = e;')).toHaveLength(2);
});

test('a finding names the file and the line', () => {
  expect(check('const a = 1;\n\nlet b = 2;')[0]).toMatch(/^shared\/sim\/a\.ts:3: /);
});

test('a Map is fine outside of the simulation itself', () => {
  expect(check('const a = new Map();', 'shared/rollback/a.ts')).toEqual([]);
});

test('json5 is the one package, for stadium files only', () => {
  const text = `import JSON5 from 'json5';`;
  expect(check(text, 'shared/stadium/a.ts')).toEqual([]);
  expect(check(text, 'shared/sim/a.ts')).toHaveLength(1);
});

test('tests of the simulation may use anything', () => {
  expect(check('let a = Math.random();', 'shared/sim/a.test.ts')).toEqual([]);
});
