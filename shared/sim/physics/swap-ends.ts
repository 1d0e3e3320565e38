import { type Arena, PLAYER_VARIANTS, playerVariant } from './arena.ts';
import { otherTeam, TEAM_NONE, TEAM_SUN, TEAM_WAVE, type Team } from '../team.ts';

const BARRIERS: readonly Team[] = [TEAM_NONE, TEAM_SUN, TEAM_WAVE];
const PLAYER_TEAMS: readonly Team[] = [TEAM_SUN, TEAM_WAVE];

/**
 * [S65] The same pitch with the teams at each other's ends: what the file has for one team is the
 * other's, which are goals, spawn points, walls of a team and kick-off barriers. Everything else is
 * shared. Swapped twice, it is as it was.
 */
export function swapEnds(arena: Arena): Arena {
  const { goals, spawn } = arena;
  return {
    ...arena,
    goals: { ...goals, team: goals.team.map((team) => otherTeam(team as Team)) },
    spawn: {
      ...spawn,
      sunSide: spawn.sunSide === 1 ? -1 : 1,
      sun: spawn.wave,
      wave: spawn.sun,
    },
    meetsPlayers: arena.meetsPlayers.map(exchangeVariants),
    playersMeet: Uint8Array.from(BARRIERS, (barrier) =>
      exchangePairs(arena.playersMeet[otherTeam(barrier)]!),
    ),
    gridOfPlayer: arena.gridOfPlayer.map(
      (_, variant) => arena.gridOfPlayer[otherVariant(variant)]!,
    ),
  };
}

/** @param bits one for each `playerVariant` */
function exchangeVariants(bits: number): number {
  let exchanged = 0;
  for (let variant = 0; variant < PLAYER_VARIANTS; variant += 1) {
    exchanged |= ((bits >> otherVariant(variant)) & 1) << variant;
  }
  return exchanged;
}

/** @param bits one for each pair of teams, as in `Arena.playersMeet` */
function exchangePairs(bits: number): number {
  let exchanged = 0;
  for (const a of PLAYER_TEAMS) {
    for (const b of PLAYER_TEAMS) {
      const from = (otherTeam(a) - 1) * 2 + otherTeam(b) - 1;
      exchanged |= ((bits >> from) & 1) << ((a - 1) * 2 + b - 1);
    }
  }
  return exchanged;
}

function otherVariant(variant: number): number {
  const barrier = BARRIERS[Math.floor(variant / 2)]!;
  return playerVariant(otherTeam(barrier), otherTeam(PLAYER_TEAMS[variant % 2]!));
}
