import type { MemberId } from '../../../shared/room/command.ts';
import { MATCH, SEAT, seatInt } from '../../../shared/sim/match-state.ts';
import { findMember } from '../../../shared/room/room-state.ts';
import { isAwarded } from '../../../shared/sim/match/is-decided.ts';
import { TEAM_NONE, type Team } from '../../../shared/sim/team.ts';
import type { World } from '../../../shared/room/world.ts';
import { TICK_RATE } from '../../../shared/sim/tick.ts';
import { findBest } from './best-player.ts';
import type { PlayerStats, ResultView } from '../../ui/model/view-model.ts';

/** What is kept of a match when it ends: the world goes on to the next one. */
export function readResult(world: World, self: MemberId | null): ResultView {
  const { ints } = world.match;
  const seated = world.room.members.filter((member) => member.seat !== null);
  const possessions = seated.map((member) => ints[seatInt(member.seat!, SEAT.possession)]!);
  const total = possessions.reduce((sum, ticks) => sum + ticks, 0);
  const stats = seated.map((member, index) => {
    const stat = (field: number): number => ints[seatInt(member.seat!, field)]!;
    return {
      name: member.name,
      team: member.team,
      self: member.id === self,
      isBot: member.type === 'bot',
      goals: stat(SEAT.goals),
      ownGoals: stat(SEAT.ownGoals),
      assists: stat(SEAT.assists),
      saves: stat(SEAT.saves),
      shots: stat(SEAT.shots),
      touches: stat(SEAT.touches),
      possession: total === 0 ? 0 : Math.round((possessions[index]! / total) * 100),
    };
  });
  const winner = ints[MATCH.winner] as Team;
  const best = findBest(stats, winner);
  const players = stats.map((player, index): PlayerStats => {
    return { ...player, isBest: index === best };
  });
  return {
    sun: ints[MATCH.sunScore]!,
    wave: ints[MATCH.waveScore]!,
    seconds: Math.floor(ints[MATCH.clock]! / TICK_RATE),
    winner,
    isClaimed: isAwarded(world.match),
    ownTeam: (self === null ? undefined : findMember(world.room, self)?.team) ?? TEAM_NONE,
    players: players.sort((a, b) => a.team - b.team || b.goals - a.goals),
  };
}
