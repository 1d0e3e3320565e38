import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  INPUT_DOWN,
  INPUT_KICK,
  INPUT_LEFT,
  INPUT_RIGHT,
  INPUT_UP,
} from '../../../shared/sim/input.ts';
import type { PadLike } from '../../input/gamepad.ts';
import type { InputTarget } from '../../input/input-manager.ts';
import { DEFAULT_SETTINGS } from '../../settings/settings.ts';
import { SecondHands } from './second-hands.ts';

/** Longer than a press is shown at the least. */
const LOOK_MS = 100;

let page: EventTarget & { document: EventTarget };
let pads: (PadLike | null)[];
let first: { target: InputTarget; quarterTurns: number };
let hands: SecondHands;
let nowMs: number;

beforeEach(() => {
  page = Object.assign(new EventTarget(), { document: new EventTarget() });
  // Nothing here has an element for its target.
  vi.stubGlobal('Element', Map);
  vi.stubGlobal('HTMLElement', Map);
  pads = [];
  nowMs = 0;
  first = { target: 'pitch', quarterTurns: 0 };
  hands = new SecondHands({
    window: page as unknown as Window,
    pads: () => pads,
    first,
    settings: () => DEFAULT_SETTINGS,
  });
  hands.hand = 'arrows';
  sample();
});

afterEach(() => {
  vi.unstubAllGlobals();
});

function sample(): number {
  nowMs += LOOK_MS;
  return hands.sample(nowMs);
}

function key(type: 'keydown' | 'keyup', code: string): void {
  page.dispatchEvent(Object.assign(new Event(type, { cancelable: true }), { code, key: code }));
}

function pad(x = 0, isKick = false): PadLike {
  const buttons = Array.from({ length: 17 }, (_, index) => ({ pressed: isKick && index === 0 }));
  return { mapping: 'standard', axes: [x, 0], buttons };
}

test('[N77] the keys of the second person are held for it, and those of the first are not', () => {
  for (const code of ['ArrowDown', 'Slash', 'KeyW', 'Space']) key('keydown', code);
  expect(sample()).toBe(INPUT_DOWN | INPUT_KICK);
  key('keyup', 'Slash');
  expect(sample()).toBe(INPUT_DOWN);
  expect(hands.settings(DEFAULT_SETTINGS).keys.down).toEqual(['KeyS']);
});

test('[N77] without a second person the first has all keys and gamepads', () => {
  hands.hand = null;
  key('keydown', 'ArrowDown');
  pads = [pad(1)];
  expect(sample()).toBe(0);
  expect(hands.settings(DEFAULT_SETTINGS)).toBe(DEFAULT_SETTINGS);
  expect(hands.pads()).toEqual(pads);
});

test.each([
  ['a menu opens', () => (first.target = 'menu')],
  ['the second person leaves', () => (hands.hand = null)],
  ['another window has the focus', () => page.dispatchEvent(new Event('blur'))],
])('[N77] nothing stays held when %s', (_name, happens) => {
  key('keydown', 'ArrowUp');
  expect(sample()).toBe(INPUT_UP);
  happens();
  expect(sample()).toBe(0);
  first.target = 'pitch';
  hands.hand = 'arrows';
  expect([sample(), sample()]).toEqual([0, 0]);
});

test('[N77] the gamepad that came last is the second person’s on the pitch, and anybody’s in menus', () => {
  const [one, two] = [pad(-1), pad()];
  pads = [one, two, null];
  hands.hand = 'pad';
  expect(hands.pads()).toEqual([one, null, null]);
  sample();
  pads = [one, pad(1, true), null];
  expect(sample()).toBe(INPUT_RIGHT | INPUT_KICK);
  expect(hands.pads()).toEqual([one, null, null]);
  first.target = 'pitch-behind-menu';
  expect(sample()).toBe(0);
  expect(hands.pads()).toEqual(pads);
});

test('[N77] the first person keeps the own gamepad while that of the second is unplugged', () => {
  const [one, two] = [pad(-1), pad(1)];
  pads = [one, two];
  hands.hand = 'pad';
  sample();
  pads = [one, null];
  expect(sample()).toBe(0);
  expect(hands.pads()).toEqual([one, null]);
  pads = [one, two];
  expect(hands.pads()).toEqual([one, null]);
  hands.hand = null;
  sample();
  pads = [one, null];
  hands.hand = 'pad';
  expect(hands.hasPad).toBe(true);
});

test('[N77] a single gamepad is the second person’s, and the first one has the keys', () => {
  pads = [pad()];
  hands.hand = 'pad';
  expect(hands.hasPad).toBe(true);
  expect(hands.pads()).toEqual([null]);
  expect(hands.settings(DEFAULT_SETTINGS).keys).toEqual(DEFAULT_SETTINGS.keys);
  pads = [];
  expect(hands.hasPad).toBe(false);
  expect(sample()).toBe(0);
});

test('directions are those of the pitch, however it is turned', () => {
  first.quarterTurns = 1;
  key('keydown', 'ArrowRight');
  expect(sample()).toBe(INPUT_UP);
  first.quarterTurns = -1;
  expect(sample()).toBe(INPUT_DOWN);
  key('keydown', 'ArrowLeft');
  key('keyup', 'ArrowRight');
  first.quarterTurns = 0;
  expect(sample()).toBe(INPUT_LEFT);
});
