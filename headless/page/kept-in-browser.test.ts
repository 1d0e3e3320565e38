import { expect, test } from 'vitest';
import { KEPT_MAX } from '../feed/page-messages.ts';
import { KeptInBrowser } from './kept-in-browser.ts';

function makeShelf(first: unknown = undefined) {
  const saved: unknown[] = [];
  const shelf = {
    load: () => Promise.resolve(first),
    save: (_key: string, value: unknown) => {
      saved.push(value);
      return Promise.resolve();
    },
  };
  return { shelf, saved };
}

test('what is set is there at once, and on the shelf a turn later, once for all changes', async () => {
  const { shelf, saved } = makeShelf([['a', '1']]);
  const kept = await KeptInBrowser.open(shelf, 'x', () => {});
  kept.setItem('b', '2');
  kept.removeItem('a');
  expect([kept.getItem('a'), kept.getItem('b'), kept.length, kept.key(0)]).toEqual([
    null,
    '2',
    1,
    'b',
  ]);
  await expect.poll(() => saved).toEqual([[['b', '2']]]);
});

test.each([undefined, 'x', [7, null, ['a'], ['b', 3]], { a: 1 }])(
  'what is no such list is an empty one: %j',
  async (first) => {
    const kept = await KeptInBrowser.open(makeShelf(first).shelf, 'x', () => {});
    expect(kept.length).toBe(0);
  },
);

test('a shelf that breaks is told of, and the texts last as long as the page', async () => {
  const problems: unknown[] = [];
  const broken = () => Promise.reject(new Error('no storage'));
  const kept = await KeptInBrowser.open({ load: broken, save: broken }, 'x', (problem) =>
    problems.push(problem),
  );
  kept.setItem('a', '1');
  await expect.poll(() => problems.length).toBe(2);
  expect(kept.getItem('a')).toBe('1');
});

test('more than a script may keep is not kept', async () => {
  const kept = await KeptInBrowser.open(makeShelf().shelf, 'x', () => {});
  kept.setItem('a', 'x'.repeat(KEPT_MAX));
  expect(kept.length).toBe(0);
});
