import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PAD, type PadLike } from './gamepad.ts';
import { StandingsHold } from './standings-hold.ts';

const BACK = 8;

let page: EventTarget;
let told: string[];
let isOnPitch: boolean;
let hold: StandingsHold;

beforeEach(() => {
  // Nothing here has an element for its target.
  vi.stubGlobal('Element', Map);
  page = new EventTarget();
  told = [];
  isOnPitch = true;
  hold = new StandingsHold(page as Window, {
    isOnPitch: () => isOnPitch,
    onHold: (isHeld) => told.push(isHeld ? 'held' : 'let go'),
    onTap: () => told.push('tap'),
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

function key(type: 'keydown' | 'keyup', change: Partial<KeyboardEvent> = {}): boolean {
  const event = new Event(type, { cancelable: true });
  Object.assign(event, { code: 'Tab', repeat: false, ...change });
  page.dispatchEvent(event);
  return event.defaultPrevented;
}

function pass(ticks: number, pad?: PadLike): void {
  for (; ticks > 0; ticks -= 1) hold.read(pad, [BACK]);
}

function padWith(button: number): PadLike {
  const buttons = Array.from({ length: 17 }, (_, index) => ({ pressed: index === button }));
  return { mapping: 'standard', axes: [0, 0], buttons };
}

test('Tab shows the standings while it is held', () => {
  expect(key('keydown')).toBe(true);
  pass(7);
  expect(told).toEqual([]);
  pass(1);
  key('keydown', { repeat: true });
  pass(60);
  expect(told).toEqual(['held']);
  key('keyup');
  expect(told).toEqual(['held', 'let go']);
});

test('Tab that is let go at once goes to the first control instead', () => {
  key('keydown');
  pass(3);
  key('keyup');
  expect(told).toEqual(['tap']);
});

test('Tab is the browser’s off the pitch, backwards and with a key that changes it', () => {
  for (const change of [{ shiftKey: true }, { ctrlKey: true }, { altKey: true }, { metaKey: true }])
    expect(key('keydown', change)).toBe(false);
  isOnPitch = false;
  expect(key('keydown')).toBe(false);
  pass(60);
  key('keyup');
  expect(told).toEqual([]);
});

test('what opens over the match ends it, and so does a window that is left', () => {
  key('keydown');
  pass(8);
  isOnPitch = false;
  pass(1);
  isOnPitch = true;
  pass(60);
  key('keydown');
  pass(8);
  hold.clear();
  pass(60);
  key('keyup');
  expect(told).toEqual(['held', 'let go', 'held', 'let go']);
});

test('the back button of a gamepad shows them at once', () => {
  pass(1, padWith(BACK));
  expect(told).toEqual(['held']);
  pass(1, padWith(PAD.start));
  expect(told).toEqual(['held', 'let go']);
});
