import { expect, test } from 'vitest';
import { isTestFile, readSourceFiles } from '../../tools/project/source-files.ts';
import { loadTexts } from './load-texts.ts';
import { unusedTexts } from './unused-texts.ts';

const code = readSourceFiles(['game', 'shared', 'lobby-server'])
  .filter(({ path }) => !isTestFile(path) && !path.startsWith('game/i18n/'))
  .map(({ text }) => text);

test('every text is shown somewhere', async () => {
  expect(code.length).toBeGreaterThan(300);
  expect(unusedTexts(await loadTexts('en'), code)).toEqual([]);
});

test('a text that no screen asks for is found', () => {
  const texts = { room: { title: 'Room', lost: 'Lost', qrHint: (room: string) => room } };
  const screen = 'const { room } = useMessages(); return room.title + room.qrHint(code);';
  expect(unusedTexts({ menu: texts }, [screen])).toEqual(['menu.room.lost']);
  expect(unusedTexts({ menu: texts }, [screen, 'said.lost'])).toEqual(['menu.room.lost']);
  expect(unusedTexts({ menu: texts }, [screen, "room[isGone ? 'lost' : 'title']"])).toEqual([]);
});
