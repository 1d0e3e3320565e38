import type { RoomSession } from '../../shared/netplay/room-session.ts';
import { MATCH, PHASE } from '../../shared/sim/match-state.ts';
import type { RoomState } from '../../shared/sim/room-state.ts';
import { TEAM_NONE } from '../../shared/sim/team.ts';
import type { AppModel } from './app-model.ts';
import { readResult } from './match-result.ts';

/** The last whistle and its picture come before the table. */
const RESULT_AFTER_TICKS = 80;
/** A request takes a moment to come back in the timeline. */
const START_AGAIN_MS = 1000;

/** Goes from room to match to result and back as the phases of the match say. */
export class MatchFollower {
  readonly #model: AppModel;
  #startedMs = Number.NEGATIVE_INFINITY;

  constructor(model: AppModel) {
    this.#model = model;
  }

  follow(session: RoomSession, nowMs: number): void {
    const model = this.#model;
    const { screen } = model.screen.value;
    const { ints } = session.world.match;
    const phase = ints[MATCH.phase];
    model.hud.update(session, nowMs);
    if (phase === PHASE.stopped) {
      if (screen === 'match' || screen === 'joining') model.show('room');
      this.#startIfAwaited(session, nowMs);
    } else if (phase === PHASE.end) {
      if (screen !== 'match' || ints[MATCH.phaseTicks]! < RESULT_AFTER_TICKS) return;
      model.screen.value = { screen: 'result', result: readResult(session.world, session.self) };
      model.menuOpen.value = false;
    } else if (screen !== 'match') {
      model.show('match');
    }
  }

  /**
   * Everybody was ready before the last match was quite over: nobody's word starts the next one
   * then, so the host's game does.
   */
  #startIfAwaited(session: RoomSession, nowMs: number): void {
    const { room } = session.world;
    if (session.self !== room.host || nowMs - this.#startedMs < START_AGAIN_MS) return;
    if (!isEverybodyReady(room)) return;
    this.#startedMs = nowMs;
    session.request({ type: 'start' });
  }
}

function isEverybodyReady({ members }: RoomState): boolean {
  const players = members.filter((member) => member.team !== TEAM_NONE);
  const teams = new Set(players.map((member) => member.team));
  return teams.size === 2 && players.every((member) => member.ready || member.absent);
}
