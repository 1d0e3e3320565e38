import { BALL_DISC } from '../../shared/sim/match-state.ts';
import type { Stadium, StadiumDisc, StadiumGoal } from '../../shared/stadium/format/stadium.ts';
import { colorNumber, COLORS } from '../settings/theme.ts';
import { isOfGround } from './ground.ts';
import { paintedGoals, teamOfPost } from './painted-goals.ts';
import { coverColour, isFixed, isVisible, lineColour, type PitchStyle } from './pitch-style.ts';

/** What is seen of a disc of the file. */
export type DiscLook = {
  readonly color: number;
  /** Without: nothing but a patch of the ground. */
  readonly hasRing: boolean;
};

/** A ball that says nothing of its colour is white: on white ground by chance. */
const PLAIN_BALL = 0xff_ff_ff;

/** The look of every disc of a file by its number, the ball first; null = nothing to see. */
export function discLooks(stadium: Stadium, style: PitchStyle): readonly (DiscLook | null)[] {
  const goals = style.mapColours ? [] : paintedGoals(stadium);
  return stadium.discs.map((disc, index) =>
    index === BALL_DISC ? ballLook(stadium, style) : lookOf(disc, goals, stadium, style),
  );
}

/** The ball's; null = one that is not to be seen. */
export function ballLook(stadium: Stadium, style: PitchStyle): DiscLook | null {
  const ball = stadium.discs[BALL_DISC]!;
  if (!isVisible(ball) || ball.color === null) return null;
  if (ball.color !== PLAIN_BALL && isOfGround(ball.color, stadium)) return cover(stadium, style);
  return { color: style.mapColours ? ball.color : colorNumber(COLORS.ball), hasRing: true };
}

function lookOf(
  disc: StadiumDisc,
  goals: readonly StadiumGoal[],
  stadium: Stadium,
  style: PitchStyle,
): DiscLook | null {
  if (!isVisible(disc) || disc.color === null) return null;
  if (isOfGround(disc.color, stadium)) return cover(stadium, style);
  const team = teamOfPost(disc, goals);
  if (team !== null) {
    const { sun, wave } = style.palette;
    return { color: colorNumber(team === 1 ? sun : wave), hasRing: true };
  }
  // What never moves is part of the ground's drawing, in its colours.
  const own = isFixed(disc) ? lineColour(disc.color, stadium, style) : disc.color;
  return own === null ? null : { color: own, hasRing: true };
}

function cover(stadium: Stadium, style: PitchStyle): DiscLook | null {
  const color = coverColour(stadium, style);
  return color === null ? null : { color, hasRing: false };
}
