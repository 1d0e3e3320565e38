import { expect, test } from 'vitest';
import { RoomLab } from '../../../tests/determinism/room-lab.ts';
import { CLAIM_TICKS } from '../../../shared/room/claiming.ts';
import { toMemberId } from '../../../shared/room/command.ts';
import { MATCH, PHASE } from '../../../shared/sim/match-state.ts';
import { TEAM_NONE, TEAM_SUN } from '../../../shared/sim/team.ts';
import { TICK_MS } from '../../../shared/sim/tick.ts';
import { COUNTDOWN_TICKS } from '../../../shared/sim/tuning.ts';
import { HudModel } from '../hud/hud-model.ts';
import { practise } from '../../../tests/simulation/practice-match.ts';
import { readResult } from './match-result.ts';

test('[R49] a result tells a claimed match from one that was won by its score', () => {
  const room = new RoomLab(2);
  room.ask(0, { type: 'start' });
  room.step(COUNTDOWN_TICKS);
  room.order({ type: 'absent', member: toMemberId(1), absent: true });
  room.step(CLAIM_TICKS);
  room.ask(0, { type: 'claim' });
  const claimed = { winner: TEAM_SUN, isClaimed: true, sun: 0, wave: 0 };
  expect(readResult(room.world, toMemberId(0))).toMatchObject({ ...claimed, ownTeam: TEAM_SUN });
  expect(readResult(room.world, null)).toMatchObject({ ...claimed, ownTeam: TEAM_NONE });
  room.world.match.ints[MATCH.sunScore] = room.world.room.rules.scoreLimit;
  expect(readResult(room.world, null)).toMatchObject({ winner: TEAM_SUN, isClaimed: false });
});

test('[R49] with the last whistle the display says whose match it was, until that is put away', () => {
  const session = practise();
  session.advance(TICK_MS);
  const hud = new HudModel();
  const { ints } = session.world.match;
  ints[MATCH.winner] = TEAM_SUN;
  for (const [phase, won] of [
    [PHASE.playing, TEAM_NONE],
    [PHASE.end, TEAM_SUN],
    [PHASE.warmUp, TEAM_NONE],
  ] as const) {
    ints[MATCH.phase] = phase;
    hud.update(session, 0);
    expect(hud.won.value).toBe(won);
  }
});
