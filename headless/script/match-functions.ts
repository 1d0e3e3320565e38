import { SCORE_LIMIT_MAX, TIME_LIMIT_MINUTES_MAX } from '../../shared/room/command.ts';
import { readWhole } from './read-values.ts';
import type { ScriptRoom } from './script-room.ts';
import { defaultStadium } from './stadium-names.ts';

type MatchFunctions = Pick<
  RoomObject,
  | 'startGame'
  | 'stopGame'
  | 'pauseGame'
  | 'setScoreLimit'
  | 'setTimeLimit'
  | 'setCustomStadium'
  | 'setDefaultStadium'
  | 'getScores'
  | 'getBallPosition'
  | 'startRecording'
  | 'stopRecording'
>;

/** The match, its limits and its map. */
export function matchFunctions(room: ScriptRoom): MatchFunctions {
  const { view } = room;
  return {
    startGame: () => room.ask({ type: 'request', request: { type: 'start' } }),

    stopGame: () => room.ask({ type: 'request', request: { type: 'stop' } }),

    pauseGame: (pauseState) =>
      room.ask({ type: 'request', request: { type: 'pause', paused: Boolean(pauseState) } }),

    setScoreLimit(limit) {
      const scoreLimit = readWhole(limit, 0, SCORE_LIMIT_MAX);
      if (scoreLimit !== null) room.ask({ type: 'limits', scoreLimit });
    },

    setTimeLimit(limitInMinutes) {
      const timeLimitMinutes = readWhole(limitInMinutes, 0, TIME_LIMIT_MINUTES_MAX);
      if (timeLimitMinutes !== null) room.ask({ type: 'limits', timeLimitMinutes });
    },

    /** @throws Error when the text is no stadium: the published interface does so too */
    setCustomStadium(stadiumFileContents) {
      const { stadiums } = room.fold;
      const added = stadiums.addFile(String(stadiumFileContents));
      if (!added.ok) throw new Error(`no stadium: ${JSON.stringify(added.error.slice(0, 3))}`);
      const text = stadiums.text(added.value);
      if (text !== null) room.ask({ type: 'stadium', text });
    },

    setDefaultStadium(stadiumName) {
      const stadium = defaultStadium(stadiumName);
      if (stadium === null) return;
      room.ask({ type: 'request', request: { type: 'stadium', stadium } });
    },

    getScores: () => room.world && view.scores(room.world),

    getBallPosition: () => room.world && view.ballPosition(room.world),

    startRecording: () => room.startRecording(),

    stopRecording: () => room.stopRecording(),
  };
}
