import { expect, test } from 'vitest';
import { type PadLike, GamepadReader, PAD } from './gamepad.ts';
import { MenuSteps } from './menu-navigation.ts';
import { Pads, type PadSource } from './pads.ts';

function pad(pressed: readonly number[] = [], x = 0, y = 0, mapping = 'standard'): PadLike {
  const buttons = Array.from({ length: 17 }, (_, index) => ({ pressed: pressed.includes(index) }));
  return { mapping, axes: [x, y], buttons };
}

/** The stick of all pads together, and whether the button that kicks is down. */
function look(pads: Pads): { readonly stick: readonly number[]; readonly isKick: boolean } | null {
  const merged = pads.read();
  if (!merged) return null;
  return { stick: [...merged.axes], isKick: merged.buttons[PAD.a]!.pressed };
}

test.each<[string, PadSource]>([
  ['is missing', undefined as unknown as PadSource],
  ['is forbidden', () => throwForbidden()],
  ['has nothing', () => null],
  ['has empty places', () => [null, undefined, null]],
  ['has one of another make', () => [pad([PAD.a], -1, -1, '')]],
])('a browser whose list of pads %s has none', (_name, source) => {
  expect(new Pads(source).read()).toBeUndefined();
});

function throwForbidden(): never {
  throw new Error('SecurityError');
}

test('whichever of two pads is moved plays, and both may', () => {
  let list = [pad(), null, pad()];
  const pads = new Pads(() => list);
  expect(look(pads)).toEqual({ stick: [0, 0], isKick: false });
  list = [pad(), null, pad([], 1, 0)];
  expect(look(pads)?.stick).toEqual([1, 0]);
  list = [pad([PAD.a], 0.1, 0), null, pad([], 0, -1)];
  expect(look(pads)).toEqual({ stick: [0, -1], isKick: true });
  list = [pad([], -1, 0), null, pad()];
  expect(look(pads)).toEqual({ stick: [-1, 0], isKick: false });
});

test('pedals and sticks that rest at their end push nothing', () => {
  const pads = new Pads(() => [pad([], -1, -1, ''), pad([], 0, -1), pad([], 1, 1)]);
  const steps = new MenuSteps();
  for (let read = 0; read < 600; read += 1) {
    const merged = pads.read();
    expect(merged?.axes).toEqual([0, 0]);
    expect(steps.read(merged, read * 10)).toBeNull();
  }
});

test('a stick that was held when it came counts once it stood still in the middle', () => {
  let list = [pad([], 1, 0)];
  const pads = new Pads(() => list);
  expect(look(pads)?.stick).toEqual([0, 0]);
  list = [pad()];
  // On its way through the middle, as a pedal goes too.
  for (let read = 0; read < 5; read += 1) look(pads);
  list = [pad([], 1, 0)];
  expect(look(pads)?.stick).toEqual([0, 0]);
  list = [pad()];
  for (let read = 0; read < 20; read += 1) look(pads);
  list = [pad([], 1, 0)];
  expect(look(pads)?.stick).toEqual([1, 0]);
});

test('a pad that goes away lets go of everything', () => {
  let list: (PadLike | null)[] = [pad()];
  const pads = new Pads(() => list);
  look(pads);
  list = [pad([PAD.a], 1, 0)];
  expect(look(pads)).toEqual({ stick: [1, 0], isKick: true });
  list = [null];
  expect(pads.read()).toBeUndefined();
});

test('a button that was pressed for something else counts when it is pressed again', () => {
  let list = [pad([PAD.a])];
  const pads = new Pads(() => list);
  expect(look(pads)?.isKick).toBe(true);
  pads.letGo();
  expect(look(pads)?.isKick).toBe(false);
  list = [pad()];
  look(pads);
  list = [pad([PAD.a])];
  expect(look(pads)?.isKick).toBe(true);
});

test('a pad that lacks parts or says nonsense does not keep another one from playing', () => {
  const nonsense = { ...pad(), axes: [Number.NaN, '1' as unknown as number] };
  let other = pad();
  const pads = new Pads(() => [{ mapping: 'standard' }, nonsense, other]);
  expect(look(pads)?.stick).toEqual([0, 0]);
  other = pad([PAD.a], 0, 1);
  expect(look(pads)).toEqual({ stick: [0, 1], isKick: true });
});

test('a direction that is stuck moves the focus for a while and then no more', () => {
  const steps = new MenuSteps();
  const stuck = pad([], 0, -1);
  let taken = 0;
  for (let nowMs = 0; nowMs < 60_000; nowMs += 10) {
    if (steps.read(stuck, nowMs) !== null) taken += 1;
  }
  expect(taken).toBeGreaterThan(20);
  expect(taken).toBeLessThan(40);
  expect(steps.read(pad(), 60_000)).toBeNull();
  expect(steps.read(stuck, 60_010)).toBe('up');
});

test('a second button of the kick is a second press', () => {
  const reader = new GamepadReader();
  reader.read(pad([PAD.a]), 0.2, [PAD.a, PAD.x]);
  reader.read(pad([PAD.a]), 0.2, [PAD.a, PAD.x]);
  expect(reader.kicks).toBe(1);
  reader.read(pad([PAD.a, PAD.x]), 0.2, [PAD.a, PAD.x]);
  expect(reader.kicks).toBe(2);
});

test('a pad without a known order is named while it is there, and told of once when it is pressed', () => {
  const told: string[] = [];
  const unknown = (pressed: readonly number[]) => ({
    ...pad(pressed, 0, 0, ''),
    id: 'Old Joystick (Vendor: 0079 Product: 0006)',
  });
  let list: ReturnType<typeof unknown>[] = [];
  const watch = {
    onUnknown: (names: readonly string[]) => told.push(names.join()),
    onPressed: () => told.push('pressed'),
  };
  const pads = new Pads(() => list, watch);
  pads.read();
  expect(told).toEqual([]);
  list = [unknown([])];
  for (let tick = 0; tick < 3; tick += 1) expect(pads.read()).toBeUndefined();
  expect(told).toEqual(['Old Joystick']);
  for (const pressed of [[3], [], [3], [5]]) {
    list = [unknown(pressed)];
    pads.read();
  }
  expect(told).toEqual(['Old Joystick', 'pressed']);
  list = [];
  pads.read();
  expect(told).toEqual(['Old Joystick', 'pressed', '']);
});

test('of a pad that the browser calls nothing, or no end of things, there is a short name', () => {
  const names: string[] = [];
  const ids = [undefined, 7 as unknown as string, 'x'.repeat(1000)];
  const list = ids.map((id) => ({ ...pad([], 0, 0, ''), ...(id === undefined ? {} : { id }) }));
  const watch = {
    onUnknown: (told: readonly string[]) => names.push(...told),
    onPressed: () => {},
  };
  new Pads(() => list, watch).read();
  expect(names).toEqual(['Gamepad', 'Gamepad', 'x'.repeat(60)]);
});

test('a pad that plays, and no pad at all, are nothing to tell of', () => {
  const told: unknown[] = [];
  const watch = { onUnknown: told.push.bind(told), onPressed: () => told.push('pressed') };
  let list: (PadLike | null)[] = [null, pad([PAD.a])];
  const pads = new Pads(() => list, watch);
  pads.read();
  list = [null, null];
  pads.read();
  expect(told).toEqual([]);
});
