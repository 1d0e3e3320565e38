import type { RoomSession } from '../../shared/netplay/room-session.ts';
import type { World } from '../../shared/room/world.ts';
import { MATCH, PHASE } from '../../shared/sim/match-state.ts';
import type { AppModel } from './app-model.ts';
import type { PingView } from '../ui/model/view-model.ts';
import { readResult } from './match/match-result.ts';
import { readStandings, SessionTally } from './match/standings.ts';

/** The last whistle and its picture come before the table. */
const RESULT_AFTER_TICKS = 80;

const STANDINGS_EVERY_MS = 250;
const NO_PINGS: ReadonlyMap<string, PingView> = new Map();

/** Goes from room to match to result and back as the phases of the match say. */
export class MatchFollower {
  readonly #model: AppModel;
  readonly #tally = new SessionTally();
  #standingsMs = Number.NEGATIVE_INFINITY;

  constructor(model: AppModel) {
    this.#model = model;
  }

  follow(session: RoomSession, nowMs: number): void {
    const model = this.#model;
    const { screen } = model.screen.value;
    this.#showStandings(session, nowMs);
    const { ints } = session.world.match;
    const phase = ints[MATCH.phase];
    // There the display is that of what is watched.
    if (screen !== 'replay') model.hud.update(session, nowMs, model.cutOff.value);
    if (phase === PHASE.warmUp) {
      // In a quick room, and in the drill, nothing has to be settled: it is played from the first moment.
      if (model.quick.value !== null || model.isPractice.value) {
        if (screen !== 'match') model.show('match');
      } else if (screen === 'match' || screen === 'joining') model.show('room');
    } else if (phase === PHASE.end) {
      if (screen !== 'match' || ints[MATCH.phaseTicks]! < RESULT_AFTER_TICKS) return;
      model.screen.value = {
        screen: 'result',
        result: readResult(this.#shown(session), session.self),
      };
      model.menuOpen.value = false;
    } else if (screen !== 'match') {
      model.show('match');
    }
  }

  #shown({ world }: RoomSession): World {
    return { ...world, room: this.#model.showRoom(world.room) };
  }

  /** They are read now and then: nobody reads faster. */
  #showStandings(session: RoomSession, nowMs: number): void {
    const { world, self } = session;
    const { screen, standings, standingsOpen, room } = this.#model;
    this.#tally.follow(world, room.value?.code ?? '');
    const isShown = standingsOpen.value && screen.value.screen === 'match';
    if (!isShown) standings.value = null;
    else if (standings.value === null || nowMs - this.#standingsMs >= STANDINGS_EVERY_MS) {
      this.#standingsMs = nowMs;
      standings.value = readStandings(
        this.#shown(session),
        self,
        room.value?.pings ?? NO_PINGS,
        this.#tally,
      );
    }
  }
}
