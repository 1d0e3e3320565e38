import { expect, test } from 'vitest';
import { readAddress } from './page-address.ts';

function addressOf(search: string) {
  const shown: unknown[] = [];
  const address = readAddress({
    location: { search },
    history: { replaceState: (_state, _title, url) => void shown.push(url) },
  });
  return { ...address, shown };
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
