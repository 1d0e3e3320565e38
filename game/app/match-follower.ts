import type { RoomSession } from '../../shared/netplay/room-session.ts';
import { MATCH, PHASE } from '../../shared/sim/match-state.ts';
import type { AppModel } from './app-model.ts';
import { readResult } from './match/match-result.ts';

/** The last whistle and its picture come before the table. */
const RESULT_AFTER_TICKS = 80;

/** Goes from room to match to result and back as the phases of the match say. */
export class MatchFollower {
  readonly #model: AppModel;

  constructor(model: AppModel) {
    this.#model = model;
  }

  follow(session: RoomSession, nowMs: number): void {
    const model = this.#model;
    const { screen } = model.screen.value;
    const { ints } = session.world.match;
    const phase = ints[MATCH.phase];
    // There the display is that of what is watched.
    if (screen !== 'replay') model.hud.update(session, nowMs, model.cutOff.value);
    if (phase === PHASE.warmUp) {
      // In a quick room nothing has to be settled: it is played from the first moment.
      if (model.quick.value !== null) {
        if (screen !== 'match') model.show('match');
      } else if (screen === 'match' || screen === 'joining') model.show('room');
    } else if (phase === PHASE.end) {
      if (screen !== 'match' || ints[MATCH.phaseTicks]! < RESULT_AFTER_TICKS) return;
      model.screen.value = { screen: 'result', result: readResult(session.world, session.self) };
      model.menuOpen.value = false;
    } else if (screen !== 'match') {
      model.show('match');
    }
  }
}
