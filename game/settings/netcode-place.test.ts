import { expect, test } from 'vitest';
import { NetcodeChoice } from './netcode-place.ts';

function fakeStorage(kept: Record<string, string> = {}): () => Storage {
  const storage = {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, text: string) => void (kept[key] = text),
  };
  return () => storage as unknown as Storage;
}

test('what the address asks for holds in this tab, also when the address is another one', () => {
  const storage = fakeStorage();
  expect(new NetcodeChoice('?debug&netcode=worker', storage).place).toBe('worker');
  expect(new NetcodeChoice('', storage).place).toBe('worker');
  expect(new NetcodeChoice('?netcode=page', storage).place).toBe('page');
  expect(new NetcodeChoice('', storage).place).toBe('page');
});

test('nonsense is as if nothing was asked for', () => {
  const byItself = new NetcodeChoice('', fakeStorage()).place;
  const nonsense = { 'peerball.netcode': 'moon' };
  expect(new NetcodeChoice('?netcode=moon', fakeStorage(nonsense)).place).toBe(byItself);
});

test('where storage is forbidden it is chosen all the same', () => {
  const choice = new NetcodeChoice('?netcode=worker', () => {
    throw new Error('forbidden');
  });
  expect(choice.place).toBe('worker');
  choice.place = 'page';
  expect(choice.place).toBe('page');
});
