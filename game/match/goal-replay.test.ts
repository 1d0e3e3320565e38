import { expect, test } from 'vitest';
import type { RoomState } from '../../shared/room/room-state.ts';
import { INPUT_KICK, NEUTRAL_INPUT, toInputBits } from '../../shared/sim/input.ts';
import { PHASE, type Phase } from '../../shared/sim/match-state.ts';
import { TEAM_NONE } from '../../shared/sim/team.ts';
import { TICK_MS } from '../../shared/sim/tick.ts';
import type { Frame } from './frame.ts';
import { FrameBuilder } from './frame-builder.ts';
import { practise } from '../../tests/simulation/practice-match.ts';
import { GoalReplay, REPLAY_SPEED } from './goal-replay.ts';

type Shot = { phase: Phase; phaseTicks: number; liveX: number; x: number; isOn: boolean };

/** A person who stands there, and a bot that scores against it. */
function start(fps = 60) {
  const session = practise({ level: 'ace', rules: { timeLimitMinutes: 0, scoreLimit: 0 } });
  const frames = new FrameBuilder(session);
  const goals = new GoalReplay();
  let nowMs = 0;
  const draw = (isWanted = true): Shot => {
    nowMs += 1000 / fps;
    session.advance(nowMs);
    frames.look();
    const live = frames.update(nowMs);
    const { phase, phaseTicks } = live;
    const { x } = goals.follow(live, nowMs, isWanted);
    return { phase, phaseTicks, liveX: live.x[0]!, x: x[0]!, isOn: goals.isOn };
  };
  const untilPhase = (wanted: Phase): Shot[] => {
    const shots: Shot[] = [];
    for (let left = 120 * fps; left > 0; left -= 1) {
      const shot = draw();
      if (shot.phase === wanted) return shots;
      shots.push(shot);
    }
    throw new Error(`phase ${wanted} never came`);
  };
  return { session, draw, untilPhase };
}

test.each([60, 144, 24])(
  '[V30] at %i pictures a second a goal is shown again before the next kick-off',
  (fps) => {
    const { untilPhase } = start(fps);
    const before = untilPhase(PHASE.goal);
    const after = untilPhase(PHASE.kickOff);
    expect(before.every(({ isOn, x, liveX }) => !isOn && x === liveX)).toBe(true);
    const shown = after.filter(({ isOn }) => isOn);
    const seconds = shown.length / fps;
    expect(seconds).toBeGreaterThan(1.9);
    expect(seconds).toBeLessThanOrEqual(3.5);
    // It begins once the goal was seen, and is over while everybody stands.
    const { phase, phaseTicks } = after[after.findIndex(({ isOn }) => isOn)]!;
    expect(phase).toBe(PHASE.goal);
    expect(phaseTicks).toBeGreaterThanOrEqual(57);
    expect(phaseTicks).toBeLessThan(57 + 2 * (60 / fps));
    expect(after.at(-1)!.isOn).toBe(false);
    // What is shown is what was drawn before the goal, more slowly.
    const first = shown[0]!.x;
    const places = before.map(({ x }) => x);
    const from = before.length - Math.round(1.15 * fps);
    expect(Math.abs(first - places[from]!)).toBeLessThan(Math.abs(20 * (60 / fps)));
    const half = Math.floor(shown.length / 2);
    const at = from + Math.round(half * REPLAY_SPEED);
    expect(Math.abs(shown[half]!.x - places[at]!)).toBeLessThan(20 * (60 / fps));
    // Once.
    expect(after.filter(({ isOn }, index) => isOn && !after[index - 1]?.isOn)).toHaveLength(1);
  },
);

test('[V30] a press of the kick ends it, a kick that was held before does not', () => {
  const { session, draw, untilPhase } = start();
  untilPhase(PHASE.goal);
  session.holdInput(toInputBits(INPUT_KICK));
  let shot = draw();
  while (!shot.isOn) shot = draw();
  for (let frame = 0; frame < 30; frame += 1) expect(draw().isOn).toBe(true);
  session.holdInput(NEUTRAL_INPUT);
  draw();
  draw();
  session.holdInput(toInputBits(INPUT_KICK));
  draw();
  expect(draw().isOn).toBe(false);
  session.holdInput(NEUTRAL_INPUT);
  expect(untilPhase(PHASE.kickOff).some(({ isOn }) => isOn)).toBe(false);
});

test('[V30] where nobody wants it there is only the match; what is shown ends at once', () => {
  const { draw, untilPhase } = start();
  untilPhase(PHASE.goal);
  let shot = draw();
  while (!shot.isOn) shot = draw();
  shot = draw(false);
  expect(shot.isOn).toBe(false);
  expect(shot.x).toBe(shot.liveX);
});

test('[V30] what was before the last kick-off is not shown, nor a pause', () => {
  const goals = new GoalReplay();
  const frame = { ...FRAME, x: [900], y: [0] };
  let nowMs = 0;
  const draw = (phase: Phase, ticks: number, place: number, from = 0): number[] =>
    Array.from({ length: ticks }, (_, tick) => {
      nowMs += TICK_MS;
      Object.assign(frame, { phase, phaseTicks: from + tick, x: [place + tick] });
      const { x } = goals.follow(frame, nowMs, true);
      return goals.isOn ? x[0]! : Number.NaN;
    });
  draw(PHASE.playing, 100, 900);
  draw(PHASE.countdown, 60, 900);
  draw(PHASE.kickOff, 20, 0);
  draw(PHASE.playing, 20, 20);
  // Paused for two seconds.
  for (let tick = 0; tick < 120; tick += 1) draw(PHASE.playing, 1, 39, 19);
  draw(PHASE.playing, 20, 40, 20);
  const shown = draw(PHASE.goal, 150, 60).filter((x) => !Number.isNaN(x));
  expect(shown.length).toBeGreaterThan(60);
  expect(Math.min(...shown)).toBeGreaterThanOrEqual(0);
  expect(Math.min(...shown)).toBeLessThan(5);
  expect(Math.max(...shown)).toBeLessThan(80);
  expect(shown.filter((x) => x === 39).length).toBeLessThan(15);
});

/** A pitch with nothing but a ball. */
const FRAME: Omit<Frame, 'x' | 'y'> = {
  tick: 0,
  discCount: 1,
  firstPlayerDisc: 1,
  ballSpeed: 0,
  phase: PHASE.warmUp,
  phaseTicks: 0,
  kickOffTeam: TEAM_NONE,
  lastTouchTeam: TEAM_NONE,
  room: {} as RoomState,
  self: null,
  isKicking: () => false,
  isKickGuessed: () => false,
};
