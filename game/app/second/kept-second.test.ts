import { expect, test } from 'vitest';
import { parseRoomCode } from '../../../shared/lobby/ids.ts';
import { forgetSecond, keepSecond, loadSecond, storageOfSecond } from './kept-second.ts';
import { SECOND_KEY } from './second-door.ts';

const CODE = parseRoomCode('PVX7Q2')!;
const OTHER = parseRoomCode('PVX7Q3')!;

function memory() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

test('[L163] who was there before a reload is found again, in that room alone', () => {
  const tab = memory();
  keepSecond(() => tab, CODE, { name: 'Zoe', hand: 'pad' });
  expect(loadSecond(() => tab, CODE)).toEqual({ name: 'Zoe', hand: 'pad' });
  expect(loadSecond(() => tab, OTHER)).toBeNull();
  forgetSecond(() => tab);
  expect(loadSecond(() => tab, CODE)).toBeNull();
});

test.each([
  '',
  '{',
  'null',
  '[]',
  '{"name":"Zoe"}',
  '{"name":"Zoe","hand":"feet"}',
  '{"name":7,"hand":"pad"}',
  `{"name":"${'Z'.repeat(65)}","hand":"pad"}`,
])('[L163] of %j nobody comes back', (text) => {
  const tab = memory();
  tab.setItem(SECOND_KEY, CODE + text);
  expect(loadSecond(() => tab, CODE)).toBeNull();
});

test('[L163] storage that is forbidden keeps nobody, and throws nothing', () => {
  const forbidden = () => {
    throw new Error('SecurityError');
  };
  keepSecond(forbidden, CODE, { name: 'Zoe', hand: 'pad' });
  forgetSecond(forbidden);
  expect(loadSecond(forbidden, CODE)).toBeNull();
});

test('[L162] the second person keeps its own beside what the first one keeps', () => {
  const tab = memory();
  tab.setItem('peerball.guest', 'first');
  const own = storageOfSecond(() => tab);
  expect(own.getItem('peerball.guest')).toBeNull();
  own.setItem('peerball.guest', 'second');
  expect([...tab.kept.values()]).toEqual(['first', 'second']);
  own.removeItem('peerball.guest');
  expect([...tab.kept.values()]).toEqual(['first']);
});
