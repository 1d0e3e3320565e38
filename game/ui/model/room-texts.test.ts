import { expect, test } from 'vitest';
import { LANGUAGE_CODES } from '../../i18n/language.ts';
import { ROOM_TEXTS } from './room-texts.ts';

test('the room speaks every language, and says whom it is about', () => {
  const keys = Object.keys(ROOM_TEXTS.en).sort();
  for (const code of LANGUAGE_CODES) {
    const texts = ROOM_TEXTS[code];
    expect(Object.keys(texts).sort(), code).toEqual(keys);
    for (const [key, text] of Object.entries(texts)) {
      const said = typeof text === 'string' ? text : text('Ana');
      expect(said.trim(), `${code}.${key}`).not.toBe('');
      if (typeof text === 'function') expect(said, `${code}.${key}`).toContain('Ana');
    }
  }
});
