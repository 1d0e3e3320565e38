import { createContext, runInContext } from 'node:vm';
import { expect, test } from 'vitest';
import { OWN_GLOBALS } from './own-globals.ts';

test('code behind it goes on with its own globals when a script has put others in their place', () => {
  const scope = createContext({});
  const around = `(() => { ${OWN_GLOBALS} return () => new Map([[1, new Set([2])]]).size; })()`;
  const count: unknown = runInContext(around, scope);
  runInContext("var Map = '{}', Set = 1, Array, Object;", scope);
  expect(typeof count === 'function' && count()).toBe(1);
  expect(() => runInContext('new Map()', scope)).toThrow('not a constructor');
});
