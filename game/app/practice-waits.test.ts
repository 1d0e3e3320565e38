import { expect, test } from 'vitest';
import { fail, ok } from '../../shared/base/result.ts';
import { INPUT_KICK, INPUT_UP, NEUTRAL_INPUT, toInputBits } from '../../shared/sim/input.ts';
import { MATCH, PHASE } from '../../shared/sim/match-state.ts';
import { TEAM_WAVE } from '../../shared/sim/team.ts';
import { TICK_MS } from '../../shared/sim/tick.ts';
import { builtInArena } from '../../shared/stadium/built-in/built-in-stadiums.ts';
import { StadiumCollection } from '../../shared/stadium/stadium-collection.ts';
import { DEFAULT_PRACTICE, type PracticeChoice } from '../settings/practice-choice.ts';
import { DEFAULT_SETTINGS } from '../settings/settings.ts';
import { App } from './app.ts';
import type { AppOptions } from './app-options.ts';
import type { MapDesk } from './maps/map-desk.ts';
import { makePractice } from './match/practice-maker.ts';
import type { ReplayDoor } from './replay-door.ts';
import { MatchFollower } from './match-follower.ts';

/** Maps of a browser that keeps none of its own. */
const NO_REPLAYS = { session: null } as unknown as ReplayDoor;
const MAPS = {
  stadiums: new StadiumCollection(),
  bring: async (id: string) => builtInArena(id) !== undefined,
} as unknown as MapDesk;

const OFFLINE = { loadOnline: async () => fail('offline') };
const HERE = { ...OFFLINE, isHidden: () => false, isCalm: () => false };

async function practise(choice: Partial<PracticeChoice> = {}, done = 0) {
  const known: number[] = [];
  const said: string[] = [];
  const options = {
    ...HERE,
    loadPractice: async () => ok(makePractice),
    settings: () => ({
      ...DEFAULT_SETTINGS,
      lessons: done,
      practice: { ...DEFAULT_PRACTICE, ...choice },
    }),
    say: (what: string) => said.push(what),
    wakeUp: { follow: () => {} },
    makeSeed: () => 1,
    playSound: () => {},
    showPath: () => {},
    onLearnt: (lessons: number) => known.push(lessons),
  } as unknown as AppOptions;
  const app = new App(options);
  app.begin(makePractice, MAPS, NO_REPLAYS, new MatchFollower(app.model));
  app.practice();
  await expect.poll(() => app.model.screen.value.screen).toBe('match');
  let nowMs = 0;
  /** Ticks of the match that go by in so many of the page. */
  const pass = (ticks: number, held = NEUTRAL_INPUT): number => {
    const { tick } = app.session.world;
    for (let count = 0; count < ticks; count += 1) {
      nowMs += TICK_MS;
      app.session.advance(nowMs);
      app.tick(nowMs, held);
    }
    return app.session.world.tick - tick;
  };
  pass(2);
  return { app, pass, known, said };
}

test('practice waits while its menu or the settings are open, and goes on behind them', async () => {
  const { app, pass } = await practise();
  expect(pass(30)).toBeGreaterThan(28);
  for (const open of [app.openMenu, app.openSettings]) {
    open(true);
    // It hears of that at the end of a tick.
    pass(1);
    expect(pass(60)).toBe(0);
    open(false);
    pass(1);
    expect(pass(30)).toBeGreaterThan(28);
  }
});

test('what newcomers are shown goes on when they did it, to move, kick and score, and is remembered', async () => {
  const { app, pass, known } = await practise();
  expect(app.model.hud.hint.value).toBe('move');
  pass(1, toInputBits(INPUT_UP));
  expect([app.model.hud.hint.value, known]).toEqual(['kick', [1]]);
  pass(1, toInputBits(INPUT_KICK));
  expect([app.model.hud.hint.value, known]).toEqual(['score', [1, 2]]);
  const { ints } = app.session.world.match;
  ints[MATCH.phase] = PHASE.goal;
  // The other team kicks off next: this person's has scored.
  ints[MATCH.kickOffTeam] = TEAM_WAVE;
  pass(1);
  expect([app.model.hud.hint.value, known]).toEqual([null, [1, 2, 3]]);
});

/** The pitch at home, and what is asked of its person and its page. */
function atHome() {
  const page = { isHidden: false, isCalm: false, learnt: 0 };
  const options = {
    ...OFFLINE,
    isHidden: () => page.isHidden,
    isCalm: () => page.isCalm,
    onLearnt: (lessons: number) => {
      page.learnt = lessons;
    },
    settings: () => DEFAULT_SETTINGS,
    wakeUp: { follow: () => {} },
    makeSeed: () => 1,
  } as unknown as AppOptions;
  const app = new App(options);
  app.begin(makePractice, {} as MapDesk, NO_REPLAYS, new MatchFollower(app.model));
  let nowMs = 0;
  const pass = (ticks: number, held = NEUTRAL_INPUT): number => {
    const { tick } = app.session.world;
    for (let count = 0; count < ticks; count += 1) {
      nowMs += TICK_MS;
      app.session.holdInput(held);
      app.session.advance(nowMs);
      app.tick(nowMs, held);
    }
    return app.session.world.tick - tick;
  };
  pass(2);
  return { app, page, pass };
}

test('practice begins with the map and the teams that were chosen last', async () => {
  const { app, said } = await practise({ stadium: 'big', size: 3, level: 'ace' });
  const { room } = app.session.world;
  expect(room.stadium).toBe('big');
  expect([1, 2].map((team) => room.members.filter((one) => one.team === team).length)).toEqual([
    3, 3,
  ]);
  expect(said).toEqual([]);
});

test('the drill is alone with the ball, in three steps, and behind the goal a bot comes', async () => {
  const { app, pass, known, said } = await practise({ size: 0, level: 'rookie' }, 3);
  const { world } = app.session;
  expect(world.room.members.length).toBe(1);
  expect(app.model.hud.hint.value).toBe('move');
  pass(1, toInputBits(INPUT_UP));
  pass(1, toInputBits(INPUT_KICK));
  expect([app.model.hud.hint.value, known]).toEqual(['score', [3, 3]]);
  world.match.ints[MATCH.phase] = PHASE.goal;
  world.match.ints[MATCH.kickOffTeam] = TEAM_WAVE;
  pass(2);
  expect([app.model.hud.hint.value, said]).toEqual([null, ['drillDone']]);
  const { members } = app.session.world.room;
  expect(members.map(({ type, team }) => [type, team])).toEqual([
    ['person', 1],
    ['bot', TEAM_WAVE],
  ]);
  pass(600);
  expect(app.session.world.room.members.length).toBe(2);
});

test('a chosen map that is gone is replaced, and its person is told so', async () => {
  const { app, said } = await practise({ stadium: 'a-hash-of-nothing', size: 2 });
  const { room } = app.session.world;
  expect([room.stadium, room.members.length]).toEqual(['classic', 4]);
  expect(said).toEqual(['mapGone']);
});

test('with reduced motion the pitch at home stands still until somebody plays on it', () => {
  const { app, page, pass } = atHome();
  expect(pass(30)).toBeGreaterThan(28);
  page.isCalm = true;
  pass(1);
  expect(pass(60)).toBe(0);
  expect(pass(30, toInputBits(INPUT_UP))).toBeGreaterThan(27);
  expect(app.model.isPlayingAtHome.value).toBe(true);
  // It looks on for a moment without a key, and is not cut off.
  expect(pass(30)).toBeGreaterThan(28);
});

test('nothing goes on at home while the page is hidden', () => {
  const { page, pass } = atHome();
  page.isHidden = true;
  pass(1);
  expect(pass(60, toInputBits(INPUT_UP))).toBe(0);
});

test('who plays at home for the first time learns there too, and nothing is shown of it beforehand', () => {
  const { app, page, pass } = atHome();
  expect(app.model.hud.hint.value).toBeNull();
  pass(2, toInputBits(INPUT_UP));
  expect([app.model.hud.hint.value, page.learnt]).toEqual(['kick', 1]);
  // The disc goes back to its bot.
  pass(25 * 60);
  expect(app.model.hud.hint.value).toBeNull();
});
