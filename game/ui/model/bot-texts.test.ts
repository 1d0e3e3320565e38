import { expect, test } from 'vitest';
import { BOT_LEVEL_NAMES } from '../../../shared/room/bots.ts';
import { LANGUAGE_CODES } from '../../i18n/language.ts';
import { BOT_TEXTS } from './bot-texts.ts';

test('bots have words in every language, and say whom they are about', () => {
  const keys = Object.keys(BOT_TEXTS.en).sort();
  for (const code of LANGUAGE_CODES) {
    const { levels, ...texts } = BOT_TEXTS[code];
    expect([...Object.keys(texts), 'levels'].sort(), code).toEqual(keys);
    expect(new Set(BOT_LEVEL_NAMES.map((name) => levels[name])).size, code).toBe(
      BOT_LEVEL_NAMES.length,
    );
    for (const [key, text] of Object.entries(texts)) {
      const said = typeof text === 'string' ? text : text('Ana');
      expect(said.trim(), `${code}.${key}`).not.toBe('');
      if (typeof text === 'function') expect(said, `${code}.${key}`).toContain('Ana');
    }
  }
});
