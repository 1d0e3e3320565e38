import { expect, test } from 'vitest';
import { checkSentences } from './check-sentences.ts';

function check(text: string, path = 'game/a.ts'): readonly string[] {
  return checkSentences([{ path, text }]);
}

test('a comment that begins without an actor is found, whatever kind it is', () => {
  expect(check('/** Whoever asks. */')).toEqual(['game/a.ts:1: Whoever asks']);
  expect(check('// Nobody looks.')).toEqual(['game/a.ts:1: Nobody looks']);
  expect(check('const a = 1; // Who asked')).toEqual(['game/a.ts:1: Who asked']);
  expect(check('/**\n * Somebody came.\n */')).toEqual(['game/a.ts:2: Somebody came']);
});

test('a later sentence is found too, also behind a line break and a rule', () => {
  expect(check('// It goes.\n// Who stays?')).toEqual(['game/a.ts:1: Who stays?']);
  expect(check('// [N1] Whoever asks.')).toEqual(['game/a.ts:1: Whoever asks']);
  expect(check('// A list: Nobody.')).toEqual(['game/a.ts:1: Nobody']);
});

test('the same words within a sentence are fine', () => {
  expect(check('// The peer tells nobody who asked\n// Nobody by name')).toEqual([]);
  expect(check('/** A peer that asks. */')).toEqual([]);
});

test('code and texts are no comments, and code between two comments parts them', () => {
  expect(check(`const Who = 'Nobody';`)).toEqual([]);
  expect(check('// It goes\nconst a = 1;\n// Nobody asks')).toEqual(['game/a.ts:3: Nobody asks']);
});

test('a page is read as paragraphs and rules', () => {
  const page = '# A\n\n- **[N1]** Who asks is told.\n\nText about\nWho. Nobody else.\n';
  expect(check(page, 'docs/spec/a.md')).toEqual([
    'docs/spec/a.md:3: Who asks is told',
    'docs/spec/a.md:5: Nobody else',
  ]);
});
