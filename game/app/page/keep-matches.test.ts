import { expect, test } from 'vitest';
import type { ReplayRecorder } from '../../../shared/replay/replay-recorder.ts';
import type { Replay } from '../../../shared/wire/replay-file.ts';
import type { Timers } from '../../time/timers.ts';
import type { ResultView } from '../../ui/model/view-model.ts';
import { AppModel } from '../app-model.ts';
import { keepMatches } from './keep-matches.ts';

function makePage() {
  const model = new AppModel();
  const world = {
    recorder: { take: () => ({ savedAtS: 1 }) as Replay } as unknown as ReplayRecorder | null,
    isHere: true,
    calls: 0,
    kept: 0,
    results: [] as (ResultView | null)[],
    warmed: 0,
  };
  let hide = (): void => {};
  const due: (() => void)[] = [];
  const timers: Timers = { now: () => 0, after: (_ms, run) => (due.push(run), () => {}) };
  keepMatches(
    {
      model,
      get keeps() {
        return world.recorder;
      },
    } as unknown as Parameters<typeof keepMatches>[0],
    {
      keep: async (waiting) => {
        world.calls += 1;
        if (!world.isHere) return;
        world.kept += waiting.length;
        world.results.push(...waiting.splice(0).map(({ result }) => result));
      },
    },
    {
      addEventListener: (type, listen) => {
        if (type === 'pagehide') hide = () => listen({ persisted: false });
      },
    },
    timers,
    () => (world.warmed += 1),
  );
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  return {
    model,
    world,
    settle,
    hide: () => hide(),
    runAll: () => due.splice(0).forEach((run) => run()),
  };
}

test.each(['result', 'room', 'home'] as const)(
  '[V2] a match is kept once when its screen gives way to %s',
  async (screen) => {
    const { model, world, settle } = makePage();
    expect(world.warmed).toBe(0);
    model.show('match');
    await settle();
    expect([world.kept, world.warmed]).toEqual([0, 1]);
    model.screen.value = { screen } as typeof model.screen.value;
    model.show('room');
    await settle();
    expect(world.kept).toBe(1);
  },
);

test('[V2] a page that goes away in the midst of a match keeps it', async () => {
  const { model, world, settle, hide } = makePage();
  hide();
  model.show('match');
  hide();
  hide();
  await settle();
  expect(world.kept).toBe(1);
});

test('[V2] what keeps matches is loaded in the first of them; a match waits for it if need be', async () => {
  const { model, world, settle, runAll } = makePage();
  world.isHere = false;
  model.show('match');
  await settle();
  expect(world.calls).toBe(0);
  runAll();
  await settle();
  expect(world.calls).toBe(1);
  model.show('room');
  await settle();
  expect(world.kept).toBe(0);
  world.isHere = true;
  model.show('match');
  model.show('room');
  await settle();
  expect(world.kept).toBe(2);
});

test('[V3] one that does not keep itself, as one played on from a replay, is not', async () => {
  const { model, world, settle } = makePage();
  world.recorder = null;
  model.show('match');
  model.show('room');
  await settle();
  expect(world.calls).toBe(0);
});

test('[V18] a match that came to its end is kept with its result, one that was left without', async () => {
  const { model, world, settle } = makePage();
  const result = { sun: 1 } as ResultView;
  model.show('match');
  model.screen.value = { screen: 'result', result };
  model.show('match');
  model.show('room');
  await settle();
  expect(world.results).toEqual([result, null]);
});
