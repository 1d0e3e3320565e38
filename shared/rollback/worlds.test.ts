import { expect, test } from 'vitest';
import { createRandom } from '../base/seeded-random.ts';
import { MAX_SEATS } from '../base/room-limits.ts';
import { HintLog } from './hint-log.ts';
import type { Simulation } from './simulation.ts';
import { Timeline } from './timeline.ts';
import { Worlds } from './worlds.ts';

type Sum = { tick: number; value: number };
type Add = { readonly add: number };

/** A world whose state depends on every input, its seat and its order. */
const simulation: Simulation<Sum, Add> = {
  copy: (from, to) => {
    to.tick = from.tick;
    to.value = from.value;
  },
  step: (world, inputs, commands) => {
    for (const input of inputs) world.value = (Math.imul(world.value, 31) + input) | 0;
    for (const command of commands) world.value = (world.value + command.add) | 0;
    world.tick += 1;
  },
};

function createRoom() {
  const timeline = new Timeline<Add>(0);
  const hints = new HintLog();
  const zero = (): Sum => ({ tick: 0, value: 1 });
  const worlds = new Worlds(simulation, timeline, hints, [zero(), zero(), zero()]);
  return { timeline, hints, worlds };
}

function rowOf(...inputs: number[]): Uint8Array {
  return Uint8Array.from({ length: MAX_SEATS }, (_, seat) => inputs[seat] ?? 0);
}

/** What the world is when every tick up to `end` is known from the beginning. */
function fold(rows: readonly Uint8Array[]): number {
  const world: Sum = { tick: 0, value: 1 };
  for (const row of rows) simulation.step(world, row, []);
  return world.value;
}

test('[N1] a correct prediction becomes final without a rollback', () => {
  const { timeline, worlds } = createRoom();
  for (let tick = 0; tick < 5; tick++) worlds.hint(tick, 0, 8);
  worlds.advance(5);
  const predicted = worlds.predicted.value;
  for (let tick = 0; tick < 5; tick++) timeline.append(rowOf(8), 0, []);
  worlds.advance(5);
  expect(worlds.final.tick).toBe(0);
  timeline.makeFinal(5);
  worlds.advance(5);
  expect(worlds.stats.rollbacks).toBe(0);
  expect(worlds.final.value).toBe(predicted);
});

test('[N1] a late hint that differs rolls back once and gives what a known future gives', () => {
  const { worlds } = createRoom();
  worlds.advance(6);
  worlds.hint(2, 1, 16);
  worlds.hint(3, 1, 4);
  worlds.advance(6);
  expect(worlds.stats).toMatchObject({ rollbacks: 1, depth: 6 });
  const rows = [0, 0, 16, 4, 4, 4].map((bits) => rowOf(0, bits));
  expect(worlds.predicted.value).toBe(fold(rows));
});

test('[N1] a hint that says what was predicted costs nothing', () => {
  const { worlds } = createRoom();
  worlds.hint(0, 0, 8);
  worlds.advance(6);
  worlds.hint(4, 0, 8);
  worlds.advance(7);
  expect(worlds.stats.rollbacks).toBe(0);
});

test('[N1] a command in the timeline rolls back what was predicted without it', () => {
  const { timeline, worlds } = createRoom();
  worlds.advance(4);
  timeline.append(rowOf(), 0, [{ add: 1000 }]);
  worlds.advance(4);
  expect(worlds.stats.rollbacks).toBe(1);
  const expected: Sum = { tick: 0, value: 1 };
  simulation.step(expected, rowOf(), [{ add: 1000 }]);
  for (let tick = 1; tick < 4; tick++) simulation.step(expected, rowOf(), []);
  expect(worlds.predicted).toEqual(expected);
});

test('[N3] what is not known is predicted as the last known input, also from the final row', () => {
  const { timeline, worlds } = createRoom();
  timeline.append(rowOf(2, 5), 0, []);
  worlds.advance(3);
  expect(worlds.predicted.value).toBe(fold([rowOf(2, 5), rowOf(2, 5), rowOf(2, 5)]));
});

test('the previous world is the predicted one a tick before, also after a rollback', () => {
  const { worlds } = createRoom();
  worlds.advance(4);
  worlds.hint(1, 0, 9);
  worlds.advance(5);
  expect(worlds.previous.tick).toBe(4);
  expect(worlds.previous.value).toBe(fold([0, 9, 9, 9].map((bits) => rowOf(bits))));
});

test('the previous world is a tick before also when all that is shown has become final', () => {
  for (const isMispredicted of [false, true]) {
    const { timeline, worlds } = createRoom();
    worlds.advance(4);
    const bits = isMispredicted ? 9 : 0;
    for (let tick = 0; tick < 5; tick++) timeline.append(rowOf(bits), 0, []);
    timeline.makeFinal(5);
    worlds.advance(5);
    expect(worlds.final.tick).toBe(5);
    expect(worlds.predicted).toEqual(worlds.final);
    expect(worlds.previous.tick).toBe(4);
    expect(worlds.previous.value).toBe(fold([0, 1, 2, 3].map(() => rowOf(bits))));
  }
});

test('final ticks beyond the prediction carry it along', () => {
  const { timeline, worlds } = createRoom();
  for (let tick = 0; tick < 10; tick++) timeline.append(rowOf(tick), 0, []);
  timeline.makeFinal(10);
  worlds.advance(3);
  expect(worlds.final.tick).toBe(10);
  expect(worlds.predicted).toEqual(worlds.final);
});

test('[N24] what is ordered is played before it is final, commands too, and taken back when replaced', () => {
  const { timeline, worlds } = createRoom();
  for (let tick = 0; tick < 6; tick++) timeline.append(rowOf(tick), 0, []);
  timeline.append(rowOf(6), 0, [{ add: 1000 }]);
  worlds.advance(7);
  expect(worlds.predicted.value).toBe(
    (fold([0, 1, 2, 3, 4, 5, 6].map((bits) => rowOf(bits))) + 1000) | 0,
  );
  timeline.truncate(4);
  worlds.takeBack(4);
  for (let tick = 4; tick < 7; tick++) timeline.append(rowOf(9), 0, []);
  worlds.advance(7);
  expect(worlds.predicted.value).toBe(fold([0, 1, 2, 3, 9, 9, 9].map((bits) => rowOf(bits))));
  expect(worlds.final.tick).toBe(0);
});

test('any order of hints, ordered rows, rows taken back and final rows ends in the fold of the timeline', () => {
  for (let seed = 0; seed < 200; seed++) {
    const random = createRandom(seed);
    const { timeline, worlds } = createRoom();
    const rows = Array.from({ length: 80 }, () =>
      rowOf(...Array.from({ length: 4 }, () => Math.floor(random() * 64))),
    );
    /** Rows that somebody else orders in their place, for a while. */
    const others = rows.map(() => rowOf(Math.floor(random() * 64)));
    let isOther = false;
    for (let now = 1; now <= rows.length; now++) {
      for (let count = 0; count < 6; count++) {
        const tick = Math.floor(random() * rows.length);
        const seat = Math.floor(random() * 4);
        worlds.hint(tick, seat, rows[tick]?.[seat] ?? 0);
      }
      if (random() < 0.1 || isOther) {
        timeline.truncate(timeline.finalEnd);
        worlds.takeBack(timeline.finalEnd);
      }
      isOther = random() < 0.2;
      const source = isOther ? others : rows;
      while (timeline.end < now - 4 && random() < 0.9)
        timeline.append(source[timeline.end]!, 0, []);
      if (!isOther && random() < 0.5) timeline.makeFinal(timeline.end);
      worlds.advance(now);
    }
    timeline.truncate(timeline.finalEnd);
    worlds.takeBack(timeline.finalEnd);
    while (timeline.end < rows.length) timeline.append(rows[timeline.end]!, 0, []);
    worlds.advance(rows.length);
    expect(worlds.predicted.value).toBe(fold(rows));
    timeline.makeFinal(rows.length);
    worlds.advance(rows.length);
    expect(worlds.final.value).toBe(fold(rows));
    expect(worlds.predicted.value).toBe(fold(rows));
  }
});
