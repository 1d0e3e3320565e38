import type { Arena } from '../../shared/sim/physics/arena.ts';
import { EventBuffer } from '../../shared/sim/events.ts';
import { INPUT_KICK } from '../../shared/sim/input.ts';
import { placePlayer, resetMatch } from '../../shared/sim/match/match-commands.ts';
import {
  BALL_DISC,
  createMatchState,
  DISC_STRIDE,
  DISC_VX,
  DISC_VY,
  DISC_X,
  DISC_Y,
  type MatchState,
} from '../../shared/sim/match-state.ts';
import { MAX_SEATS } from '../../shared/base/room-limits.ts';
import { toSeat } from '../../shared/sim/seat.ts';
import { stepMatch } from '../../shared/sim/match/step-match.ts';
import { TEAM_SUN } from '../../shared/sim/team.ts';
import { KICK_REACH } from '../../shared/sim/tuning.ts';

const SEED = 1;
const KICKER = toSeat(0);

/** From all sides: beside a wall or a post a kick from one side may lead nowhere. */
const SIDES = [
  [-1, 0],
  [1, 0],
  [0, -1],
  [0, 1],
  [-0.6, -0.8],
  [0.6, -0.8],
  [-0.6, 0.8],
  [0.6, 0.8],
] as const;

/** `excuse` is what the file itself says against a kick that moves the ball; null = nothing. */
export type KickTrial = { readonly moves: boolean; readonly excuse: string | null };

/** Does a kick of a player beside the ball move it? */
export function tryKick(arena: Arena): KickTrial {
  const moves = SIDES.some(([sideX, sideY]) => {
    const kicked = ballAfter(arena, sideX, sideY, INPUT_KICK);
    const left = ballAfter(arena, sideX, sideY, 0);
    return kicked.some((value, index) => value !== left[index]);
  });
  return { moves, excuse: excuseOf(arena) };
}

function excuseOf(arena: Arena): string | null {
  if (!arena.kickable.includes(BALL_DISC)) return 'the ball is not of the group kick';
  return arena.discs.kickSpeed[BALL_DISC] === 0 ? 'kickStrength × invMass is 0' : null;
}

/** Place and speed of the ball after one tick with this input of a player at this side of it. */
function ballAfter(arena: Arena, sideX: number, sideY: number, input: number): Float64Array {
  const match = createMatchState(arena.discCount);
  resetMatch(arena, match, SEED);
  placePlayer(arena, match, KICKER, TEAM_SUN);
  putBeside(arena, match, sideX, sideY);
  const inputs = new Uint8Array(MAX_SEATS);
  inputs[KICKER] = input;
  stepMatch(arena, match, 0, inputs, new EventBuffer());
  return match.discs.slice(0, DISC_STRIDE);
}

/** Half-way into what a foot reaches beyond the ball, so that both do not touch. */
function putBeside(arena: Arena, match: MatchState, sideX: number, sideY: number): void {
  const { discs } = match;
  const { radius } = arena.discs;
  const at = arena.firstPlayerDisc * DISC_STRIDE;
  const touch = Math.max(0, radius[BALL_DISC]! + radius[arena.firstPlayerDisc]!);
  discs[at + DISC_X] = discs[DISC_X]! + sideX * (touch + KICK_REACH / 2);
  discs[at + DISC_Y] = discs[DISC_Y]! + sideY * (touch + KICK_REACH / 2);
  discs[at + DISC_VX] = 0;
  discs[at + DISC_VY] = 0;
}
