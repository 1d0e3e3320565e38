import { expect, test } from 'vitest';
import { only } from '../../consensus/members.ts';
import { Endings } from './endings.ts';

/** Page 2, whose own packets come until a tick of the clock, or to which there is no link. */
function links(heardAtMs: number, isLinked = true) {
  const pages = isLinked ? only(2) : 0;
  return { pages, named: -1, heardAtMs: () => heardAtMs, silenceOf: () => 450 };
}

test('[C21] a page that others say is over is over once its own link is silent', () => {
  const endings = new Endings();
  const named: number[] = [];
  endings.note(only(2), 1, 1_000);
  expect(endings.settle(links(1_100), true, 1_500, (by) => named.push(by))).toBe(0);
  expect(endings.settle(links(1_100), true, 1_550, (by) => named.push(by))).toBe(only(2));
  expect(named).toEqual([]);
});

test('[C21] [C22] a page that is heard goes on, and whose word it was is told', () => {
  const endings = new Endings();
  const named: number[] = [];
  endings.note(only(2), 1, 1_000);
  expect(endings.settle(links(1_600), true, 1_610, (by) => named.push(by))).toBe(0);
  expect(named).toEqual([1]);
  expect(endings.settle(links(1_600), true, 9_000, (by) => named.push(by))).toBe(0);
});

test('[C21] of a page without a link the lobby says it, or where there is none the others', () => {
  for (const hasLobby of [true, false]) {
    const endings = new Endings();
    endings.note(only(2), 1, 1_000);
    const over = endings.settle(links(0, false), hasLobby, 1_010, () => {});
    expect(over).toBe(hasLobby ? 0 : only(2));
  }
});
