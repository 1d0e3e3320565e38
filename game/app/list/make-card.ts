import {
  CARD_CLOCK_S_MAX,
  CARD_GOALS_MAX,
  CARD_MINUTES_MAX,
} from '../../../shared/lobby/limits.ts';
import { cardMapName, type RoomCard } from '../../../shared/lobby/public-room.ts';
import type { RoomState } from '../../../shared/room/room-state.ts';
import { MATCH, type MatchState, PHASE } from '../../../shared/sim/match-state.ts';
import { TEAM_NONE, TEAM_SUN, TEAM_WAVE, type Team } from '../../../shared/sim/team.ts';
import { TICK_RATE } from '../../../shared/sim/tick.ts';
import { isMatchOn } from './is-match-on.ts';
import type { Hand } from '../../ui/model/hands-model.ts';

const HANDS = { keys: 'keyboard', pad: 'gamepad', touch: 'touch' } as const;

/** [L95] What the list shows of this room. */
export function makeCard(
  room: RoomState,
  match: MatchState,
  mapName: string,
  hand: Hand,
): RoomCard {
  const count = (team: Team): number => room.members.filter((one) => one.team === team).length;
  const [sun, wave] = [count(TEAM_SUN), count(TEAM_WAVE)];
  const bots = room.members.filter(({ type }) => type === 'bot').length;
  const map = cardMapName(mapName);
  const { scoreLimit, timeLimitMinutes } = room.rules;
  return {
    teamPlayers: Math.min(4, Math.max(1, sun, wave)),
    players: sun + wave - bots,
    bots,
    spectators: count(TEAM_NONE),
    match: matchOf(match),
    map: map === '' ? null : map,
    goalLimit: Math.min(CARD_GOALS_MAX, scoreLimit),
    minutes: Math.min(CARD_MINUTES_MAX, timeLimitMinutes),
    hand: HANDS[hand],
  };
}

function matchOf(match: MatchState): RoomCard['match'] {
  if (!isMatchOn(match)) return null;
  const { ints } = match;
  const phase = ints[MATCH.phase]!;
  const limit = ints[MATCH.timeLimitTicks]!;
  const clock = ints[MATCH.clock]!;
  const seconds = (limit === 0 ? clock : Math.max(0, limit - clock)) / TICK_RATE;
  const isRunning = phase === PHASE.playing && ints[MATCH.pause] === 0;
  return {
    sun: Math.min(CARD_GOALS_MAX, ints[MATCH.sunScore]!),
    wave: Math.min(CARD_GOALS_MAX, ints[MATCH.waveScore]!),
    clockS: Math.min(CARD_CLOCK_S_MAX, limit === 0 ? Math.floor(seconds) : Math.ceil(seconds)),
    clockStep: isRunning ? (limit === 0 ? 1 : -1) : 0,
  };
}
