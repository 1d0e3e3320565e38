import type { ReadonlySignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import type { Result } from '../../../shared/base/result.ts';
import type { LoadProblem } from '../../load/load-problem.ts';
import type { ResultPicture } from './draw-result.ts';
import type { drawQr } from './draw-qr.ts';

/** What can be missing while everything else goes on, the most needed first. */
export const MISSABLE = [
  'game',
  'pitch',
  'language',
  'gamepad',
  'replays',
  'beside',
  'stats',
  'sounds',
] as const;
export type Missable = (typeof MISSABLE)[number];

export type MissingView = {
  readonly part: Missable;
  /** The part may be here, and this browser cannot draw or sound: not at all, or not any more. */
  readonly problem: LoadProblem | 'no-webgl' | 'webgl-lost' | 'no-audio';
};

/** Saves a result as a picture; false where this browser makes none. */
export type SaveResult = (picture: ResultPicture) => Promise<boolean>;

/** The game as an app of its own. */
export type InstallView = {
  readonly isOffered: ReadonlySignal<boolean>;
  /** A page cannot ask for it: the person has to know the way. */
  readonly isByHand: boolean;
  readonly accept: () => void;
  /** For good. */
  readonly refuse: () => void;
};

/** What home says beside all else, drawn by a part that comes later. */
export type HomeNotes = {
  /** The server does not answer. */
  readonly Away: ComponentType;
  /** The offer to install the game. */
  readonly Install: ComponentType;
};

/** What the page has to say of itself, whatever the screen. */
export type NoticesView = {
  /** The server has a newer build than this page's. */
  readonly isOutdated: ReadonlySignal<boolean>;
  /** Null until they are here. */
  readonly home: ReadonlySignal<HomeNotes | null>;
  /** The most needed of what is missing. */
  readonly missing: ReadonlySignal<MissingView | null>;
  readonly retry: () => void;
  readonly dismiss: () => void;
  /** What stands in the settings. */
  readonly loadSettings: () => Promise<Result<ComponentType, LoadProblem>>;
  /** What practice can be played on and against. */
  readonly loadPracticeForm: () => Promise<Result<ComponentType, LoadProblem>>;
  /** What can stand on one's disc. */
  readonly loadBadgeForm: () => Promise<Result<ComponentType, LoadProblem>>;
  readonly loadSaveResult: () => Promise<Result<SaveResult, LoadProblem>>;
  readonly loadQr: () => Promise<Result<typeof drawQr, LoadProblem>>;
};
