import { beforeEach, expect, test, vi } from 'vitest';
import { INPUT_KICK, INPUT_RIGHT } from '../../shared/sim/input.ts';
import { TouchControls } from './touch-controls.ts';

const STICK_X = 100;
const KICK_X = 700;

class FakeLayer extends EventTarget {
  readonly dataset = {};
  readonly clientWidth = 800;
  readonly append = (): void => {};
  readonly getBoundingClientRect = () => ({ top: 0, left: 0 });
  /** As for a finger that is gone by the time it is asked for. */
  readonly setPointerCapture = (): void => {
    throw new Error('NotFoundError');
  };
}

let page: EventTarget;
let layer: FakeLayer;
let touch: TouchControls;
let settings: { swapHands: boolean; size: number };

beforeEach(() => {
  page = new EventTarget();
  vi.stubGlobal('window', page);
  vi.stubGlobal('document', { createElement: () => ({ style: {} }) });
  layer = new FakeLayer();
  settings = { swapHands: false, size: 100 };
  touch = new TouchControls(layer as unknown as HTMLElement, () => settings);
});

function point(type: string, pointerId: number, clientX = 0): void {
  const target = type === 'pointerup' || type === 'pointercancel' ? page : layer;
  const part = { pointerId, clientX, clientY: 200, pointerType: 'touch' };
  target.dispatchEvent(Object.assign(new Event(type), part));
}

/** What browsers with touch tell beside pointers: how many fingers there are. */
function fingers(type: 'touchstart' | 'touchend' | 'touchcancel', count: number): void {
  page.dispatchEvent(Object.assign(new Event(type), { touches: { length: count } }));
}

function steerRight(pointerId: number): void {
  point('pointerdown', pointerId, STICK_X);
  point('pointermove', pointerId, STICK_X + 40);
}

test('a finger that cannot be captured steers all the same, and is let go by its end', () => {
  point('pointerdown', 1, STICK_X);
  // The mark is under the finger too.
  expect(layer.dataset).toMatchObject({ stick: 'on' });
  point('pointermove', 1, STICK_X + 40);
  expect(touch.bits).toBe(INPUT_RIGHT);
  point('pointerup', 1);
  expect(touch.bits).toBe(0);
});

test('a stick whose end never came follows the next finger, and ends with it', () => {
  steerRight(1);
  point('pointerdown', 2, STICK_X);
  expect(touch.bits).toBe(0);
  point('pointermove', 2, STICK_X + 40);
  expect(touch.bits).toBe(INPUT_RIGHT);
  point('pointerup', 2);
  expect(touch.bits).toBe(0);
});

test('when no finger is on the screen nothing is held, whatever was told of pointers', () => {
  steerRight(1);
  point('pointerdown', 2, KICK_X);
  expect(touch.bits).toBe(INPUT_RIGHT | INPUT_KICK);
  fingers('touchend', 1);
  expect(touch.bits).toBe(INPUT_RIGHT);
  fingers('touchcancel', 0);
  expect(touch.bits).toBe(0);
});

test('a single finger that comes down is the only one there is', () => {
  steerRight(1);
  point('pointerdown', 2, KICK_X);
  fingers('touchstart', 1);
  expect(touch.bits).toBe(INPUT_KICK);
  steerRight(3);
  fingers('touchstart', 1);
  expect(touch.bits).toBe(INPUT_RIGHT);
});

test('a capture that the browser takes away is the end of the touch', () => {
  steerRight(1);
  point('lostpointercapture', 1);
  expect(touch.bits).toBe(0);
});

test('every finger on the half that kicks is a press, and it is held while one is down', () => {
  point('pointerdown', 1, KICK_X);
  point('pointerdown', 2, KICK_X + 20);
  expect(touch.kicks).toBe(2);
  point('pointerup', 1);
  expect(touch.bits).toBe(INPUT_KICK);
  point('pointerdown', 3, KICK_X);
  expect(touch.kicks).toBe(3);
  point('pointerup', 2);
  point('pointercancel', 3);
  expect(touch.bits).toBe(0);
});
