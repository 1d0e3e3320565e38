import { expect, test } from 'vitest';
import { readAddress } from './page-address.ts';

function addressOf(search: string, pathname = '/', state: unknown = null, hash = '') {
  const shown: unknown[] = [];
  const states: unknown[] = [];
  const address = readAddress({
    location: { search, pathname, hash },
    history: {
      state,
      replaceState: (kept, _title, url) => {
        shown.push(url);
        states.push(kept);
      },
    },
  });
  return { ...address, shown, states };
}

test('the address shows where a reload leads', () => {
  const { isDebug, showPath, shown } = addressOf('');
  showPath('/j/PVX7Q2');
  expect([isDebug, shown]).toEqual([false, ['/j/PVX7Q2']]);
});

test('the mark of somebody who works on the game stays in the address', () => {
  const { isDebug, showPath, shown } = addressOf('?debug');
  showPath('/j/PVX7Q2');
  expect([isDebug, shown]).toEqual([true, ['/j/PVX7Q2?debug']]);
});

test('a hidden address is that of home, and a reload leads to the room all the same', () => {
  const { hide, showPath, shown, states } = addressOf('');
  hide(true);
  expect(shown).toEqual([]);
  showPath('/j/PVX7Q2');
  expect(shown).toEqual(['/']);
  const reloaded = addressOf('', '/', states[0]);
  expect(reloaded.path).toBe('/j/PVX7Q2');
  showPath('/');
  expect(states.at(-1)).toBe(null);
});

test('the address is hidden in the midst of a room, and shown again', () => {
  const { hide, shown, path } = addressOf('?debug', '/j/PVX7Q2', null, '#k=0123456789abcdef');
  expect(path).toBe('/j/PVX7Q2#k=0123456789abcdef');
  hide(true);
  hide(true);
  hide(false);
  expect(shown).toEqual(['/?debug', '/j/PVX7Q2?debug#k=0123456789abcdef']);
});

test('what else stands in the history leads nowhere', () => {
  for (const state of ['/j/PVX7Q2', { path: 7 }, { path: 'https://x/j/PVX7Q2' }, {}, [1]]) {
    expect(addressOf('', '/privacy', state).path).toBe('/privacy');
  }
  expect(addressOf('', '/', { path: `/j/${'A'.repeat(300)}` }).path).toBe('/');
});
