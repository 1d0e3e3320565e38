import { type Arena, PLAYER_VARIANTS, playerVariant } from './arena.ts';
import { BARRIERS, PLAYER_TEAMS, seatPair } from './meetings.ts';
import { SEATS } from '../seat.ts';
import { otherTeam, type Team } from '../team.ts';

/**
 * [S65] The same pitch with the teams at each other's ends: what the file has for one team is the
 * other's, which are goals, spawn points, walls of a team and kick-off barriers. Everything else is
 * shared. Swapped twice, it is as it was. Of an arena as its stadium has it.
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
    meetsSeat: arena.meetsSeat.map(exchangeVariants),
    seatsMeet: exchangeBarriers(arena.seatsMeet),
    gridOfPlayer: arena.gridOfPlayer.map((_, place) => {
      const variant = place % PLAYER_VARIANTS;
      return arena.gridOfPlayer[place - variant + otherVariant(variant)]!;
    }),
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

function exchangeBarriers(seatsMeet: Uint8Array): Uint8Array {
  const exchanged = new Uint8Array(seatsMeet.length);
  for (const barrier of BARRIERS) {
    for (const a of SEATS) {
      for (const b of SEATS) {
        const bits = seatsMeet[seatPair(otherTeam(barrier), a, b)]!;
        exchanged[seatPair(barrier, a, b)] = exchangePairs(bits);
      }
    }
  }
  return exchanged;
}

/** @param bits one for each pair of teams, as in `Arena.seatsMeet` */
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

/** The `playerVariant` of the other team behind the other barrier. */
export function otherVariant(variant: number): number {
  const barrier = BARRIERS[Math.floor(variant / 2)]!;
  return playerVariant(otherTeam(barrier), otherTeam(PLAYER_TEAMS[variant % 2]!));
}
