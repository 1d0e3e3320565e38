import { type DiscTable, FLAG, PLAYER_VARIANTS, playerVariant } from '../../sim/physics/arena.ts';
import { TEAM_NONE, TEAM_SUN, TEAM_WAVE, type Team } from '../../sim/team.ts';
import { PLAYER_MASK } from './compile-discs.ts';
import type { Masks } from '../format/stadium.ts';

const BARRIERS: readonly Team[] = [TEAM_NONE, TEAM_SUN, TEAM_WAVE];
const PLAYER_TEAMS: readonly Team[] = [TEAM_SUN, TEAM_WAVE];

/** [F41] The pairs that can meet, decided once: a tick asks no masks. */
export type Meetings = {
  readonly partnerStarts: Uint32Array;
  readonly partners: Uint16Array;
  readonly meetsPlayers: Uint8Array;
  readonly playersMeet: Uint8Array;
};

/** [S25] Each wants the other: `(A.cMask & B.cGroup) && (A.cGroup & B.cMask)`. */
export function meets(a: Masks, b: Masks): boolean {
  return (a.cMask & b.cGroup) !== 0 && (a.cGroup & b.cMask) !== 0;
}

/** Masks of each `playerVariant`. `extraGroup` is what the stadium gives all players. */
export function playerMasks(extraGroup: number): readonly Masks[] {
  const masks: Masks[] = Array.from({ length: PLAYER_VARIANTS });
  for (const barrier of BARRIERS) {
    const wall = barrier === TEAM_SUN ? FLAG.redKO : barrier === TEAM_WAVE ? FLAG.blueKO : 0;
    for (const team of PLAYER_TEAMS) {
      masks[playerVariant(barrier, team)] = {
        cMask: PLAYER_MASK | wall,
        cGroup: (team === TEAM_SUN ? FLAG.red : FLAG.blue) | extraGroup,
      };
    }
  }
  return masks;
}

/** [F41] Lists, for each disc of the file, the later ones and the players that masks and masses let it meet. */
export function compileMeetings(
  discs: DiscTable,
  firstPlayerDisc: number,
  players: readonly Masks[],
): Meetings {
  const partnerStarts = new Uint32Array(firstPlayerDisc + 1);
  const partners: number[] = [];
  const meetsPlayers = new Uint8Array(firstPlayerDisc);
  const isPlayerMovable = discs.invMass[firstPlayerDisc] !== 0;
  for (let disc = 0; disc < firstPlayerDisc; disc += 1) {
    const masks = { cMask: discs.cMask[disc]!, cGroup: discs.cGroup[disc]! };
    const isMovable = discs.invMass[disc] !== 0;
    for (let other = disc + 1; other < firstPlayerDisc; other += 1) {
      if (!isMovable && discs.invMass[other] === 0) continue;
      const otherMasks = { cMask: discs.cMask[other]!, cGroup: discs.cGroup[other]! };
      if (meets(masks, otherMasks)) partners.push(other);
    }
    partnerStarts[disc + 1] = partners.length;
    if (!isMovable && !isPlayerMovable) continue;
    for (const [variant, player] of players.entries()) {
      if (meets(masks, player)) meetsPlayers[disc]! |= 1 << variant;
    }
  }
  return {
    partnerStarts,
    partners: Uint16Array.from(partners),
    meetsPlayers,
    playersMeet: isPlayerMovable ? playerPairs(players) : new Uint8Array(BARRIERS.length),
  };
}

function playerPairs(players: readonly Masks[]): Uint8Array {
  const pairs = new Uint8Array(BARRIERS.length);
  for (const barrier of BARRIERS) {
    for (const a of PLAYER_TEAMS) {
      for (const b of PLAYER_TEAMS) {
        const first = players[playerVariant(barrier, a)]!;
        const second = players[playerVariant(barrier, b)]!;
        if (meets(first, second)) pairs[barrier]! |= 1 << ((a - 1) * 2 + b - 1);
      }
    }
  }
  return pairs;
}
