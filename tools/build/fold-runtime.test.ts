import { expect, test } from 'vitest';
import { foldInto, moveDown } from './fold-runtime.ts';

const RUNTIME = {
  fileName: 'assets/rolldown-runtime-a$1.js',
  code: 'var e=x=>x+1,t=x=>x*2;export{t as i,e as n};',
};

/** What the code computes, run as a module would be. */
function run(code: string): unknown {
  return new Function(code.replace('export default', 'return'))();
}

test('what a file takes of the runtime is there under the names that it gave it', () => {
  const code =
    'import{i as r,n as o}from"./rolldown-runtime-a$1.js";var e=3;export default r(o(e));';
  expect(run(foldInto(code, RUNTIME).code)).toBe(8);
});

test('what a file does not take of the runtime is not in it', () => {
  const code = 'import{n as o}from"./rolldown-runtime-a$1.js";export default o(3);';
  const folded = foldInto(code, RUNTIME).code;
  expect(run(folded)).toBe(4);
  expect(folded).not.toContain('*2');
});

test('all else of the file stays where it was, some lines further down', () => {
  const code = 'import{n as o}from"./rolldown-runtime-a$1.js";var e=o(3);';
  const folded = foldInto(code, RUNTIME);
  const second = folded.code.split('\n')[folded.lines];
  expect(second).toHaveLength(code.length);
  expect(second!.indexOf('var e')).toBe(code.indexOf('var e'));
  expect(JSON.parse(moveDown('{"mappings":"AAAA","sources":["a"]}', 2))).toEqual({
    mappings: ';;AAAA',
    sources: ['a'],
  });
});

test('code that was not minified, with comments up to the end of a line, is folded too', () => {
  const runtime = {
    fileName: 'assets/rolldown-runtime-b.js',
    code: '//#region runtime\nvar add = (x) => x + 1;\n//#endregion\nexport { add as n };\n//# sourceMappingURL=x',
  };
  const code = "import { n as one } from './rolldown-runtime-b.js';\nexport default one(7);";
  const folded = foldInto(code, runtime);
  expect(run(folded.code)).toBe(8);
  expect(folded.code.split('\n')[folded.lines + 1]).toBe('export default one(7);');
});

test('an import in a form that is not known fails the build', () => {
  expect(() => foldInto('import"./rolldown-runtime-a$1.js";', RUNTIME)).toThrow('new form');
  const unlisted = { ...RUNTIME, code: 'export const n = 1' };
  expect(() => foldInto('import{n}from"./rolldown-runtime-a$1.js"', unlisted)).toThrow('new form');
});
