import { PHASE } from '../sim/match-state.ts';
import { BOT_LEVELS, type BotLevel } from './levels.ts';
import type { Scene } from './sensorium/scene.ts';

/** Goals that are looked back at. */
const WINDOW = 10;
/** Fewer say nothing. */
const LEAST = 3;
/** The share of the goals that the other team shall score, and how far off it may be. */
const TARGET = 0.55;
const TOLERANCE = 0.1;
/** Steps from one level to the next. */
const STEPS = 4;

/** All that a bot which matches its opponents may be, from Rookie to Ace. */
export const MATCHING_LEVELS: readonly BotLevel[] = stepsOf([
  BOT_LEVELS.rookie,
  BOT_LEVELS.regular,
  BOT_LEVELS.pro,
  BOT_LEVELS.ace,
]);

/** How the last goals fell, as a bot saw it. */
export type MatchForm = {
  /** 1 where the other team scored, round and round; `count` of them were seen. */
  readonly goals: Uint8Array;
  count: number;
  /** The level it plays at: an index in `MATCHING_LEVELS`. */
  step: number;
  /** The phase that it saw last. */
  phase: number;
};

/** The form of a bot that begins, as Regular. */
export function createForm(): MatchForm {
  return { goals: new Uint8Array(WINDOW), count: 0, step: STEPS, phase: PHASE.warmUp };
}

/**
 * Looks whether a goal fell, and makes the bot better or worse by one step: only in the moment of a
 * goal, never while the ball is in play, so that nobody sees it within a rally.
 *
 * @param team the bot's own
 */
export function followForm(form: MatchForm, scene: Scene, team: number): BotLevel {
  const isGoal = scene.phase === PHASE.goal && form.phase !== PHASE.goal;
  form.phase = scene.phase;
  if (isGoal) {
    // After a goal the team kicks off that conceded it.
    form.goals[form.count % WINDOW] = scene.kickOffTeam === team ? 1 : 0;
    form.count += 1;
    const seen = Math.min(form.count, WINDOW);
    let scored = 0;
    for (let goal = 0; goal < seen; goal += 1) scored += form.goals[goal]!;
    if (seen >= LEAST) form.step = nextStep(form.step, scored / seen);
  }
  return MATCHING_LEVELS[form.step]!;
}

function nextStep(step: number, share: number): number {
  if (share > TARGET + TOLERANCE) return Math.min(MATCHING_LEVELS.length - 1, step + 1);
  return share < TARGET - TOLERANCE ? Math.max(0, step - 1) : step;
}

function stepsOf(levels: readonly BotLevel[]): readonly BotLevel[] {
  const steps: BotLevel[] = [];
  for (const [index, level] of levels.entries()) {
    const next = levels[index + 1];
    if (!next) return [...steps, level];
    for (let step = 0; step < STEPS; step += 1) steps.push(between(level, next, step / STEPS));
  }
  return steps;
}

/** A level between two; times stay whole ticks. */
function between(weaker: BotLevel, stronger: BotLevel, share: number): BotLevel {
  const mix = (pick: (level: BotLevel) => number): number =>
    pick(weaker) + (pick(stronger) - pick(weaker)) * share;
  return {
    ...weaker,
    reaction: Math.round(mix(({ reaction }) => reaction)),
    foresight: Math.round(mix(({ foresight }) => foresight)),
    decide: Math.round(mix(({ decide }) => decide)),
    predict: Math.round(mix(({ predict }) => predict)),
    rest: Math.round(mix(({ rest }) => rest)),
    aimError: mix(({ aimError }) => aimError),
    kickMiss: mix(({ kickMiss }) => kickMiss),
    passing: mix(({ passing }) => passing),
  };
}
