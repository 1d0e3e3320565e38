import { expect, test } from 'vitest';
import { readSourceFiles, isTestFile } from '../../tools/project/source-files.ts';
import { SOUNDS } from './sound-bank.ts';

/** What has a sound of the menus says so by the end of its name, see `App#playUiSound`. */
const UI_SOUND = /playUiSound\('(\w+)'\)/g;

test('every sound of the bank is played by something', () => {
  const code = readSourceFiles(['game'])
    .filter(({ path }) => !isTestFile(path) && !path.endsWith('sound-bank.ts'))
    // A list of names plays nothing.
    .map(({ text }) => text.replace(/^export type .*$/gm, ''))
    .join('\n');
  const asked = new Set(Array.from(code.matchAll(UI_SOUND), ([, name]) => `ui_${name}`));
  const silent = Object.keys(SOUNDS).filter(
    (name) => !asked.has(name) && !code.includes(`'${name}'`),
  );
  expect(silent).toEqual([]);
});
