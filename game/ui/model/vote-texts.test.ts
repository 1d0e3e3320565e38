import { expect, test } from 'vitest';
import { LANGUAGE_CODES } from '../../i18n/language.ts';
import { VOTE_TEXTS } from './vote-texts.ts';

test('running a room speaks every language, and says whom or how many it is about', () => {
  const keys = Object.keys(VOTE_TEXTS.en).sort();
  for (const code of LANGUAGE_CODES) {
    const texts = VOTE_TEXTS[code];
    expect(Object.keys(texts).sort(), code).toEqual(keys);
    for (const [key, text] of Object.entries(texts)) {
      const say = text as string | ((...values: readonly unknown[]) => string);
      const said = typeof say === 'string' ? say : say('77', '88');
      expect(said.trim(), `${code}.${key}`).not.toBe('');
      if (typeof say !== 'string') expect(said, `${code}.${key}`).toContain('77');
      if (typeof say !== 'string' && say.length > 1) expect(said).toContain('88');
    }
  }
});
