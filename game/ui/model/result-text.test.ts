import { expect, test } from 'vitest';
import { TEAM_SUN, TEAM_WAVE, type Team } from '../../../shared/sim/team.ts';
import { resultText } from './result-text.ts';
import type { PlayerStats, ResultView } from './view-model.ts';

function player(
  name: string,
  team: Team,
  goals: number,
  assists: number,
  ownGoals = 0,
): PlayerStats {
  const rest = { self: false, isBot: false, saves: 0, shots: 0, touches: 0, possession: 0 };
  return { name, team, goals, ownGoals, assists, isBest: name === 'Ana', ...rest };
}

const TEAMS = { sun: 'Sun', wave: 'Wave' };

test('a result is a few lines that say who won and who scored', () => {
  const players = [
    player('Ana', TEAM_SUN, 2, 1),
    player('Ben', TEAM_SUN, 1, 0),
    player('Léa', TEAM_WAVE, 0, 0, 1),
    player('Mert', TEAM_WAVE, 1, 0, 2),
  ];
  const score = { sun: 3, wave: 1, winner: TEAM_SUN, isClaimed: false, ownTeam: TEAM_SUN } as const;
  const result: ResultView = { ...score, seconds: 90, players };
  expect(resultText(result, TEAMS, '')).toBe(
    'Peerball: Sun 3 – 1 Wave\nSun: Ana 2+1, Ben 1\nWave: Léa (−1), Mert 1 (−2)\n★ Ana',
  );
});

test('[R49] how a match went to a team that did not win it by goals stands behind the score', () => {
  const players = [player('Ben', TEAM_SUN, 0, 0), player('Mert', TEAM_WAVE, 1, 0)];
  const end = { winner: TEAM_SUN, isClaimed: true, ownTeam: TEAM_SUN } as const;
  const result: ResultView = { sun: 0, wave: 1, seconds: 90, ...end, players };
  expect(resultText(result, TEAMS, 'Sun claimed the win.')).toBe(
    'Peerball: Sun 0 – 1 Wave\nSun claimed the win.\nSun: Ben\nWave: Mert 1',
  );
});
