import { expect, test } from 'vitest';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import { PageSockets } from './page-sockets.ts';

const [ROOM, OTHER] = ['PVX7Q2', 'CFG234'] as [RoomCode, RoomCode];

test('[L21] a page is found by its room and its number, and by no other', () => {
  const pages = new PageSockets<object>();
  const [ada, ben] = [{}, {}];
  pages.put(ada, ROOM, 1);
  pages.put(ben, ROOM, 2);
  expect(pages.get(ROOM, 1)).toBe(ada);
  expect(pages.get(ROOM, 2)).toBe(ben);
  expect(pages.get(ROOM, 3)).toBeUndefined();
  expect(pages.get(OTHER, 1)).toBeUndefined();
});

test('[L10] a socket that goes to another room has no place in the first one', () => {
  const pages = new PageSockets<object>();
  const ada = {};
  pages.put(ada, ROOM, 1);
  pages.put(ada, OTHER, 1);
  expect(pages.get(ROOM, 1)).toBeUndefined();
  expect(pages.get(OTHER, 1)).toBe(ada);
});

test('[L13] a socket that ends after another one took its place leaves it there', () => {
  const pages = new PageSockets<object>();
  const [before, after] = [{}, {}];
  pages.put(before, ROOM, 1);
  pages.put(after, ROOM, 1);
  pages.remove(before);
  expect(pages.get(ROOM, 1)).toBe(after);
  pages.remove(after);
  expect(pages.get(ROOM, 1)).toBeUndefined();
});
