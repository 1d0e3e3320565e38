import { expect, test } from 'vitest';
import {
  CHANGES_PER_SECOND,
  JITTERS_MS,
  LOSSES,
  PLAYERS,
  RTTS_MS,
  TARGET_ROWS,
  allRows,
  chooseRows,
  nameOf,
} from './grid-row.ts';
import { NETPLAYJS } from './anchors/netplayjs.ts';
import { runAnchor } from './anchors/run-anchor.ts';
import { TELEGRAPH } from './anchors/telegraph.ts';
import { figuresOf } from './row-figures.ts';
import { runRow } from './run-row.ts';

/** Whole matches on a machine that may be busy. */
const TIMEOUT_MS = 60_000;

test('the selection holds every target row and every value of every axis', () => {
  const rows = chooseRows();
  const names = rows.map(nameOf);
  for (const row of Object.values(TARGET_ROWS)) expect(names).toContain(nameOf(row));
  const axes = [
    [RTTS_MS, rows.map((row) => row.rttMs)],
    [JITTERS_MS, rows.map((row) => row.jitterMs)],
    [PLAYERS, rows.map((row) => row.players)],
    [CHANGES_PER_SECOND, rows.map((row) => row.changesPerSecond)],
    [Object.keys(LOSSES), rows.map((row) => row.loss)],
  ] as const;
  for (const [values, used] of axes) {
    for (const value of values) expect(used).toContain(value);
  }
});

test('the whole product holds each square once', () => {
  const names = allRows().map(nameOf);
  expect(new Set(names).size).toBe(names.length);
  const product = RTTS_MS.length * JITTERS_MS.length * 10 * PLAYERS.length * 3;
  // The target rows lie between the squares.
  expect(names.length).toBe(product + Object.keys(TARGET_ROWS).length);
});

test(
  'the same row, seed and length are the same match, in which all states are equal',
  () => {
    const row = TARGET_ROWS.two;
    const [figures, again] = [figuresOf(runRow(row, 5, 2)), figuresOf(runRow(row, 5, 2))];
    expect(figures.problems).toEqual([]);
    expect(figures.discErrorMean).toBeGreaterThan(0);
    expect(figures.clientKbit).toBeGreaterThan(0);
    expect(figures).toEqual(again);
    expect(figuresOf(runRow(row, 6, 2))).not.toEqual(figures);
  },
  TIMEOUT_MS,
);

test.each([NETPLAYJS, TELEGRAPH])(
  '$name plays the match, the same way each time',
  (anchor) => {
    const row = { ...TARGET_ROWS.two, loss: '0 %', jitterMs: 0 } as const;
    const [figures, again] = [runAnchor(anchor, row, 5, 1), runAnchor(anchor, row, 5, 1)];
    expect(figures.problems).toEqual([]);
    expect(figures.resimulatedPerFrame).toBeGreaterThan(0);
    expect(figures.discErrorMean).toBeGreaterThan(0);
    // A picture that never came right would be off by whole pitches.
    expect(figures.discErrorP99).toBeLessThan(10);
    expect(figures).toEqual(again);
  },
  TIMEOUT_MS,
);
