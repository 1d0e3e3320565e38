import type { BotLevelName } from '../room/bots.ts';
import { BOT_LEVELS, type BotLevel } from './levels.ts';
import { createForm, type MatchForm, MATCHING_LEVELS } from './match-me.ts';
import { createRehearsal, type Rehearsal } from './rehearsal.ts';
import { createScene, type Scene } from './sensorium/scene.ts';
import type { Place } from './sensorium/ways.ts';
import { createTeamPlan, type TeamPlan } from './team-plan.ts';

/** Ticks of its own inputs that a bot remembers: more than a reaction, a power of two. */
export const SENT_TICKS = 32;

/** What a player is about. */
export const STATE = {
  wait: 0,
  kickOff: 1,
  chase: 2,
  carry: 3,
  cover: 4,
  receive: 5,
  block: 6,
  unstick: 7,
} as const;

/**
 * All that a bot remembers from tick to tick. Nothing of it is in the simulation, and a bot that
 * begins with an empty memory plays on.
 */
export type BotMemory = {
  readonly seed: number;
  /** Of a bot that matches its opponents it changes, between goals. */
  level: BotLevel;
  /** Null for a bot of one level. */
  readonly form: MatchForm | null;
  /** Its last inputs, by tick. */
  readonly sent: Uint8Array;
  /** The world as it takes it to be now. */
  readonly scene: Scene;
  readonly plan: TeamPlan;
  /** Where it wants to send the ball, and where it runs. */
  readonly aim: Place;
  readonly spot: Place;
  state: number;
  /** The keys of its way, held until it decides again. */
  way: number;
  brake: number;
  /** The side on which it goes around the ball, 1 or -1; 0 when the ball is not in its way. */
  round: number;
  /** Until then it only watches, or lets no kick go. */
  restUntil: number;
  missUntil: number;
  /** Was the ball in reach of a kick that it wanted in the last tick? */
  hadChance: boolean;
  /** The ball is where it was: there, since then. */
  readonly still: Place;
  stillSince: number;
  readonly rehearsal: Rehearsal;
};

/** The memory of a bot that begins. */
export function createBotMemory(seed: number, level: BotLevel): BotMemory {
  return {
    seed,
    level,
    form: null,
    sent: new Uint8Array(SENT_TICKS),
    scene: createScene(),
    plan: createTeamPlan(),
    aim: { x: 0, y: 0 },
    spot: { x: 0, y: 0 },
    state: STATE.wait,
    way: 0,
    brake: 0,
    round: 0,
    restUntil: 0,
    missUntil: 0,
    hadChance: false,
    still: { x: 0, y: 0 },
    stillSince: 0,
    rehearsal: createRehearsal(),
  };
}

/** The memory of a bot of a level by its name. */
export function createMemoryOf(seed: number, level: BotLevelName): BotMemory {
  return level === 'match' ? createMatchingMemory(seed) : createBotMemory(seed, BOT_LEVELS[level]);
}

/** The memory of a bot that becomes as good as its opponents are. It begins as Regular. */
export function createMatchingMemory(seed: number): BotMemory {
  const form = createForm();
  return { ...createBotMemory(seed, MATCHING_LEVELS[form.step]!), form };
}
