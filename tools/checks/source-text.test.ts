import { expect, test } from 'vitest';
import { codeOnly, lineAt, stringsOnly } from './source-text.ts';

function squeeze(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

test('comments of both kinds are no code', () => {
  expect(squeeze(codeOnly('a; // b ** c\n/* d ** e\n */ f;'))).toBe('a; f;');
});

test('the inside of a string is no code, its quotes are', () => {
  expect(squeeze(codeOnly(`const a = 'x ** y'; const b = "it's";`))).toBe(
    `const a = ' '; const b = " ";`,
  );
});

test('an escaped quote does not end a string', () => {
  expect(squeeze(codeOnly(String.raw`a('\'**'); b;`))).toBe("a(' '); b;");
});

test('expressions inside a template are code and may nest', () => {
  expect(squeeze(codeOnly('`x ${a ** `y ${b}` } z` + c'))).toBe('` ${a ** ` ${b}` } ` + c');
});

test('an object inside a template expression does not end it', () => {
  expect(squeeze(codeOnly('`${f({ a: 1 })} text` + c'))).toBe('`${f({ a: 1 })} ` + c');
});

test('a regular expression is no code, a division is', () => {
  expect(squeeze(codeOnly(`const r = /[/'"]\\/ **/g; const d = a / b / c;`))).toBe(
    'const r = g; const d = a / b / c;',
  );
});

test('the text of an element confuses its own line only', () => {
  const source = `const a = <p>Don't</p>;\nconst b = x ** y;`;
  expect(codeOnly(source).split('\n')[1]).toBe('const b = x ** y;');
});

test('offsets and lines stay true', () => {
  const source = "// one\nconst a = 'two';\n\nthree();";
  const code = codeOnly(source);
  expect(code).toHaveLength(source.length);
  expect(code.indexOf('three')).toBe(source.indexOf('three'));
  expect(lineAt(source, source.indexOf('three'))).toBe(4);
});

test('only the inside of strings is kept when strings are asked for', () => {
  expect(squeeze(stringsOnly("test('[S1] a rule', () => list[S2]); // [S3]"))).toBe('[S1] a rule');
});

test('unterminated pieces end with the file', () => {
  for (const source of ['/* a', "'a", '`a', '`${a', '/a', "'\\", '`\\']) {
    expect(codeOnly(source)).toHaveLength(source.length);
  }
});
