import type { RoomSession } from '../../shared/netplay/room-session.ts';
import { SCREENS } from '../ui/screens.tsx';
import { type MakePractice, makePractice } from './practice-maker.ts';
import { type LoopOptions, SessionLoop } from './session-loop.ts';

/** Everything that moves discs or shows them moved. The menu is there before it. */
export type Play = {
  readonly makePractice: MakePractice;
  readonly screens: typeof SCREENS;
  makeLoop(session: RoomSession, options: LoopOptions): SessionLoop;
};

export function createPlay(): Play {
  return {
    makePractice,
    screens: SCREENS,
    makeLoop: (session, options) => new SessionLoop(session, options),
  };
}
