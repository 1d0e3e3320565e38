import { beforeEach, expect, test, vi } from 'vitest';
import { PullChoice } from './pull-choice.ts';

/** A line of the menu: it knows whether it is marked, and what was said. */
class FakeLine {
  isMarked = false;
  said = 0;
  readonly closest = (): FakeLine => this;
  readonly setAttribute = (): void => {
    this.isMarked = true;
  };
  readonly removeAttribute = (): void => {
    this.isMarked = false;
  };
  readonly dispatchEvent = (): boolean => {
    this.said += 1;
    return true;
  };
}

let lines: readonly FakeLine[];
let opened: number;
let pull: PullChoice;

beforeEach(() => {
  vi.stubGlobal('HTMLElement', FakeLine);
  lines = [new FakeLine(), new FakeLine()];
  opened = 0;
  // Lines lie at y from 100 on, 50 high each.
  const at = (_x: number, y: number): Element | null =>
    (lines[Math.floor((y - 100) / 50)] as unknown as Element | undefined) ?? null;
  pull = new PullChoice({ at, open: () => (opened += 1) });
});

function point(clientY: number): PointerEvent {
  return { clientX: 0, clientY, pointerId: 1, currentTarget: null } as unknown as PointerEvent;
}

test('[V74] one stroke from the button to a line says it, and the click behind it does nothing', () => {
  pull.down(point(0));
  pull.move(point(40));
  expect(opened).toBe(1);
  pull.move(point(120));
  expect(lines.map(({ isMarked }) => isMarked)).toEqual([true, false]);
  pull.move(point(170));
  expect(lines.map(({ isMarked }) => isMarked)).toEqual([false, true]);
  pull.up();
  expect(lines.map(({ said }) => said)).toEqual([0, 1]);
  expect(lines.map(({ isMarked }) => isMarked)).toEqual([false, false]);
  expect(pull.takesClick()).toBe(true);
});

test('a tap with a finger that trembles is a tap', () => {
  pull.down(point(0));
  pull.move(point(6));
  pull.up();
  expect([opened, pull.takesClick()]).toEqual([0, false]);
});

test('a stroke that ends beside the lines says nothing, and the next tap counts', () => {
  pull.down(point(0));
  pull.move(point(120));
  pull.move(point(60));
  pull.up();
  expect(lines.map(({ said }) => said)).toEqual([0, 0]);
  pull.down(point(0));
  pull.up();
  expect(pull.takesClick()).toBe(false);
});

test('a finger that the system takes says nothing, and moves nothing any more', () => {
  pull.down(point(0));
  pull.move(point(120));
  pull.cancel();
  pull.move(point(170));
  pull.up();
  expect(lines.map(({ said, isMarked }) => [said, isMarked])).toEqual([
    [0, false],
    [0, false],
  ]);
});
