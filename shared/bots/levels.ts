import type { SteadyLevelName } from '../room/bots.ts';

/** What tells a bot of one level from one of another. Times are in ticks. */
export type BotLevel = {
  /** It sees the world as it was so long ago: 110 to 420 ms. */
  readonly reaction: number;
  /** Of that time it makes up for so much: how far the ball and the others have moved since. */
  readonly foresight: number;
  /** It changes its keys once in so many ticks. */
  readonly decide: number;
  /** It runs to where the ball will be within this time. */
  readonly predict: number;
  /** Largest error of its aim, as the tangent of the angle. */
  readonly aimError: number;
  /** Share of its chances to kick that it lets go by. */
  readonly kickMiss: number;
  /** Share of its moments in which it looks for a mate. */
  readonly passing: number;
  /** After its own kick it watches for so long. */
  readonly rest: number;
  /** Steps between the ball and its goal when an opponent is there first. */
  readonly contains: boolean;
  /** Plays safe: leaves the ball beyond the middle to its mates, and stays behind it. */
  readonly careful: boolean;
};

/** From the weakest to the strongest; `npm run bots` says how they do against each other. */
export const BOT_LEVELS: Readonly<Record<SteadyLevelName, BotLevel>> = {
  rookie: {
    reaction: 25,
    foresight: 25,
    decide: 9,
    predict: 40,
    aimError: 0.25,
    kickMiss: 0.2,
    passing: 0,
    rest: 10,
    contains: true,
    careful: false,
  },
  regular: {
    reaction: 17,
    foresight: 17,
    decide: 6,
    predict: 45,
    aimError: 0.12,
    kickMiss: 0.08,
    passing: 0.3,
    rest: 0,
    contains: true,
    careful: false,
  },
  pro: {
    reaction: 11,
    foresight: 11,
    decide: 4,
    predict: 60,
    aimError: 0.07,
    kickMiss: 0.03,
    passing: 0.15,
    rest: 0,
    contains: true,
    careful: false,
  },
  ace: {
    reaction: 7,
    foresight: 7,
    decide: 2,
    predict: 90,
    aimError: 0.03,
    kickMiss: 0,
    passing: 0.15,
    rest: 0,
    contains: true,
    careful: false,
  },
};

/** [N55] Keeps the seat of a person that is away: as Regular, and takes no risks with it. */
export const SEAT_KEEPER: BotLevel = { ...BOT_LEVELS.regular, passing: 0, careful: true };
