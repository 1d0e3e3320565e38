import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { INPUT_KICK, INPUT_LEFT, INPUT_RIGHT, INPUT_UP } from '../../shared/sim/input.ts';
import { DEFAULT_SETTINGS } from '../settings/settings.ts';
import type { PadLike } from './gamepad.ts';
import { InputManager } from './input-manager.ts';
import type { MenuStep } from './menu-navigation.ts';

const STICK_X = 100;
const KICK_X = 700;
/** Longer than a press is shown at the least. */
const LOOK_MS = 100;

class FakeLayer extends EventTarget {
  readonly dataset = {};
  readonly clientWidth = 800;
  readonly append = (): void => {};
  readonly getBoundingClientRect = () => ({ top: 0, left: 0 });
  readonly setPointerCapture = (): void => {};
}

class FakeDocument extends EventTarget {
  hidden = false;
  isFocused = true;
  readonly hasFocus = (): boolean => this.isFocused;
  readonly createElement = () => ({ style: {} });
}

let page: EventTarget & { document: FakeDocument };
let layer: FakeLayer;
let pads: PadLike[];
let input: InputManager;
let nowMs: number;
let catcher: ((button: number) => void) | null;
let steps: MenuStep[];

beforeEach(() => {
  page = Object.assign(new EventTarget(), { document: new FakeDocument() });
  vi.stubGlobal('window', page);
  vi.stubGlobal('document', page.document);
  vi.stubGlobal('navigator', { getGamepads: () => pads });
  // Nothing here has an element for its target.
  vi.stubGlobal('Element', Map);
  vi.stubGlobal('HTMLElement', Map);
  layer = new FakeLayer();
  pads = [pad()];
  nowMs = 0;
  catcher = null;
  steps = [];
  input = new InputManager({
    window: page as unknown as Window,
    touchLayer: layer as unknown as HTMLElement,
    settings: () => DEFAULT_SETTINGS,
    onAction: () => {},
    onMenuStep: (step) => void steps.push(step),
    onPad: () => {},
    gamepads: () => pads,
    unknownPads: { onUnknown: () => {}, onPressed: () => {} },
    padCatcher: () => catcher,
    onQuickChat: () => {},
    isQuickChatOpen: () => false,
    standings: { isOnPitch: () => false, onHold: () => {}, onTap: () => {} },
  });
  input.target = 'pitch';
  sample();
});

afterEach(() => {
  vi.unstubAllGlobals();
});

function pad(x = 0, isKick = false): PadLike {
  const buttons = Array.from({ length: 17 }, (_, index) => ({ pressed: isKick && index === 0 }));
  return { mapping: 'standard', axes: [x, 0], buttons };
}

function sample(): number {
  nowMs += LOOK_MS;
  return input.sample(nowMs);
}

function key(type: 'keydown' | 'keyup', code: string): void {
  page.dispatchEvent(Object.assign(new Event(type, { cancelable: true }), { code, key: code }));
}

function finger(type: string, pointerId: number, clientX: number): void {
  const part = { pointerId, clientX, clientY: 200, pointerType: 'touch' };
  layer.dispatchEvent(Object.assign(new Event(type), part));
}

/** Holds a direction and the kick with each device, and says what is seen of that. */
const HANDS = {
  keyboard: () => {
    for (const code of ['KeyW', 'Space']) key('keydown', code);
    return INPUT_UP | INPUT_KICK;
  },
  touch: () => {
    finger('pointerdown', 1, STICK_X);
    finger('pointermove', 1, STICK_X - 40);
    finger('pointerdown', 2, KICK_X);
    return INPUT_LEFT | INPUT_KICK;
  },
  pad: () => {
    pads = [pad(1, true)];
    return INPUT_RIGHT | INPUT_KICK;
  },
} as const;

const WAYS = {
  'another window has the focus': () => {
    page.document.isFocused = false;
    page.dispatchEvent(new Event('blur'));
  },
  'another tab is shown': () => {
    page.document.hidden = true;
    page.document.dispatchEvent(new Event('visibilitychange'));
  },
  'a menu opens over the pitch': () => {
    input.target = 'menu';
  },
} as const;

const EVERY_WAY = (Object.keys(WAYS) as (keyof typeof WAYS)[]).flatMap((way) =>
  (Object.keys(HANDS) as (keyof typeof HANDS)[]).map((hand) => [hand, way] as const),
);

test.each(EVERY_WAY)('%s lets go of all it holds when %s', (hand, way) => {
  const held = HANDS[hand]();
  expect(sample()).toBe(held);
  WAYS[way]();
  expect(sample()).toBe(0);
  // Back again: what was held is not held any more, but by a pad that tells of no release.
  page.document.isFocused = true;
  page.document.hidden = false;
  input.target = 'pitch';
  const kept = hand === 'pad' ? INPUT_RIGHT : 0;
  expect([sample(), sample(), sample()]).toEqual([kept, kept, kept]);
});

test('presses from before a menu opened are no kicks behind it', () => {
  finger('pointerdown', 1, KICK_X);
  finger('pointerdown', 2, KICK_X + 20);
  finger('pointerdown', 3, KICK_X + 40);
  input.target = 'menu';
  input.target = 'pitch';
  expect([sample(), sample(), sample()]).toEqual([0, 0, 0]);
});

test('a pad is read again once the person is back, whatever the browser tells of the way', () => {
  page.document.isFocused = false;
  page.dispatchEvent(new Event('blur'));
  pads = [pad(1)];
  expect(sample()).toBe(0);
  page.document.isFocused = true;
  expect(sample()).toBe(INPUT_RIGHT);
});

test('a button that is waited for goes nowhere else, not even while it is still held', () => {
  const caught: number[] = [];
  input.target = 'menu';
  pads = [pad()];
  sample();
  pads = [pad(0, true)];
  sample();
  expect(steps).toEqual(['activate']);
  catcher = (button) => {
    caught.push(button);
    catcher = null;
  };
  // The press that began it does not count.
  sample();
  sample();
  pads = [pad()];
  sample();
  expect(caught).toEqual([]);
  pads = [pad(0, true)];
  sample();
  sample();
  sample();
  expect([caught, steps]).toEqual([[0], ['activate']]);
  pads = [pad()];
  sample();
  pads = [pad(0, true)];
  sample();
  expect(steps).toEqual(['activate', 'activate']);
});
