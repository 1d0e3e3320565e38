import { expect, test } from 'vitest';
import { roomCard } from '../../../shared/lobby/public-room.ts';
import type { RoomState } from '../../../shared/room/room-state.ts';
import { MATCH, type MatchState, PHASE } from '../../../shared/sim/match-state.ts';
import { TEAM_NONE, TEAM_SUN, TEAM_WAVE } from '../../../shared/sim/team.ts';
import { makeCard } from './make-card.ts';

const room = {
  members: [
    ...[TEAM_SUN, TEAM_SUN, TEAM_WAVE, TEAM_NONE].map((team) => ({ type: 'person', team })),
    { type: 'bot', team: TEAM_WAVE },
  ],
  rules: { timeLimitMinutes: 3, scoreLimit: 3 },
} as unknown as RoomState;

function matchOf(fields: Partial<Record<keyof typeof MATCH, number>>): MatchState {
  const ints = new Int32Array(64);
  for (const [name, value] of Object.entries(fields))
    ints[MATCH[name as keyof typeof MATCH]] = value;
  return { ints } as unknown as MatchState;
}

test('[L95] a card counts players, and those who watch beside them', () => {
  const card = makeCard(room, matchOf({ phase: PHASE.warmUp }), 'Night Big', 'pad');
  expect(roomCard.parse(card)).toEqual(card);
  expect(card).toMatchObject({ teamPlayers: 2, players: 3, bots: 1, spectators: 1, match: null });
  expect(card).toMatchObject({ map: 'Night Big', goalLimit: 3, minutes: 3, hand: 'gamepad' });
});

test('[L95] the clock of a card is that of the display, and says which way it goes', () => {
  const played = { phase: PHASE.playing, sunScore: 2, waveScore: 1, clock: 60 * 10 + 1 };
  const limited = makeCard(room, matchOf({ ...played, timeLimitTicks: 60 * 180 }), '', 'keys');
  expect(limited.match).toEqual({ sun: 2, wave: 1, clockS: 170, clockStep: -1 });
  expect(limited.map).toBeNull();
  const endless = makeCard(room, matchOf(played), '', 'keys');
  expect(endless.match).toMatchObject({ clockS: 10, clockStep: 1 });
  const paused = makeCard(room, matchOf({ ...played, pause: -1 }), '', 'keys');
  expect(paused.match).toMatchObject({ clockStep: 0 });
});
