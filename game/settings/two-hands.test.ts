import { expect, test } from 'vitest';
import { DEFAULT_KEY_BINDINGS, KEY_ACTIONS, type KeyBindings, keyCap } from './key-bindings.ts';
import {
  capsOf,
  isOfSecond,
  keysOfFirst,
  keysOfSecond,
  readSecondHand,
  SECOND_HANDS,
} from './two-hands.ts';

const STEERING = ['up', 'down', 'left', 'right', 'kick'] as const;

/** What one may have chosen who plays with the arrows alone. */
const BY_ARROWS: KeyBindings = {
  ...DEFAULT_KEY_BINDINGS,
  up: ['ArrowUp'],
  down: ['ArrowDown'],
  left: ['ArrowLeft'],
  right: ['ArrowRight'],
  kick: ['Slash'],
};

test.each([
  ['usual keys', DEFAULT_KEY_BINDINGS],
  ['arrows alone', BY_ARROWS],
])('[N77] with %s no key moves both, and either person can do everything', (_name, own) => {
  for (const hand of SECOND_HANDS) {
    const [one, two] = [keysOfFirst(own, hand), keysOfSecond(hand)];
    const first = KEY_ACTIONS.flatMap((action) => one[action]);
    expect(first.filter((code) => isOfSecond(hand, code))).toEqual([]);
    for (const action of STEERING) {
      expect(one[action].length, `${hand} ${action}`).toBeGreaterThan(0);
      expect(two[action].length > 0, `${hand} ${action}`).toBe(hand !== 'pad');
    }
    for (const action of KEY_ACTIONS.slice(STEERING.length)) expect(two[action]).toEqual([]);
  }
});

test('[N77] the first person keeps its own keys where the second has others', () => {
  expect(keysOfFirst(DEFAULT_KEY_BINDINGS, 'arrows')).toEqual({
    ...DEFAULT_KEY_BINDINGS,
    up: ['KeyW'],
    down: ['KeyS'],
    left: ['KeyA'],
    right: ['KeyD'],
  });
  expect(keysOfFirst(DEFAULT_KEY_BINDINGS, 'letters')).toMatchObject({
    up: ['ArrowUp'],
    kick: ['Slash', 'Period'],
    mute: ['KeyM'],
  });
  expect(keysOfFirst(BY_ARROWS, 'pad')).toBe(BY_ARROWS);
});

test('what is written on the keys is told, and no name of a code where the layout is not known', () => {
  const { move, kick } = capsOf(keysOfSecond('arrows'));
  expect(move).toBe('↑ ← ↓ →');
  expect(kick).toHaveLength(1);
  const letters = ['KeyW', 'KeyA', 'KeyS', 'KeyD'].map(keyCap).join(' ');
  expect(capsOf(keysOfSecond('letters'))).toEqual({ move: letters, kick: 'Space' });
  expect(capsOf(keysOfSecond('pad')).kick).toBe('');
});

test('what is no hand is none', () => {
  expect(SECOND_HANDS.map(readSecondHand)).toEqual(SECOND_HANDS);
  for (const value of ['', 'feet', null, 1, {}]) expect(readSecondHand(value)).toBeNull();
});
