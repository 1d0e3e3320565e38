import type { Result } from '../../shared/base/result.ts';
import type { LoadProblem } from '../load/load-problem.ts';
import type { Timers } from '../time/timers.ts';
import type { Said } from '../ui/model/view-model.ts';
import type { Hand } from '../ui/model/hands-model.ts';
import type { Settings } from '../settings/settings.ts';
import type { PublicRooms, PublicRoomsPorts } from './list/public-rooms.ts';
import type { Online } from './room/online.ts';
import type { MakePractice } from './match/practice-maker.ts';
import type { WakeUp } from './room/wake-up.ts';

export type UiSound = 'ui_ok' | 'ui_back' | 'ui_error' | 'join' | 'leave' | 'chat' | 'quickchat';

/** What the app needs of the page around it. */
export type AppOptions = {
  readonly loadOnline: (connects?: boolean) => Promise<Result<Online, LoadProblem>>;
  readonly loadPractice: () => Promise<Result<MakePractice, LoadProblem>>;
  readonly loadPublicRooms: (ports: PublicRoomsPorts) => Promise<Result<PublicRooms, LoadProblem>>;
  readonly hand: () => Hand;
  readonly settings: () => Settings;
  readonly origin: string;
  /** Time of the page, in which it was awake. */
  readonly timers: Timers;
  /** True while the page is hidden. */
  readonly isHidden: () => boolean;
  /** True when movement shall be reduced. */
  readonly isCalm: () => boolean;
  readonly wakeUp: WakeUp;
  readonly makeSeed: () => number;
  /** Tells for a moment what happened, where nothing else shows it. */
  readonly say: (what: Said['what']) => void;
  readonly playSound: (sound: UiSound) => void;
  /** Keeps the address of the page in step, so that a reload comes back. */
  readonly showPath: (path: string) => void;
  readonly reload: () => void;
  readonly toggleStats: () => void;
  /** A room was asked for under the present name: it is known from now on. */
  readonly onNamed: () => void;
  /** The person has done so many of the lessons for newcomers. */
  readonly onLearnt: (lessons: number) => void;
};
