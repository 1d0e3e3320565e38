import type { ReadonlySignal } from '@preact/signals';
import type { Peek } from '../../../shared/lobby/peek.ts';
import type { RoomCode } from '../../../shared/lobby/ids.ts';
import type { ErrorCode } from '../../i18n/en/en.ts';
import type { Screen } from './view-model.ts';

/** The lobby let this person in, and no way led to the others. */
export const WAY_ERRORS: ReadonlySet<ErrorCode | null> = new Set<ErrorCode>([
  'link-failed',
  'no-relay',
  'turn-refused',
]);

/** Whether a way into the room is looked for just now; `gone`: the lobby knows the room no more. */
export type TrialState = 'trying' | 'resting' | 'stopped' | 'gone';

/** What is known of the ways that were tried. */
export type TriedWays = {
  /** This browser found an address of its own. */
  readonly address: boolean;
  /** The TURN server of this lobby: it has none, it answered, it did not. */
  readonly turn: 'none' | 'reached' | 'silent';
  /** The lobby helps out where two machines find no way. */
  readonly mayRelay: boolean;
};

export type TroubleRoom = {
  readonly code: RoomCode;
  /** The own name in it. */
  readonly name: string;
};

/** Where the person is: what is tried ends when it goes anywhere but to practice. */
export type TroublePage = {
  readonly screen: ReadonlySignal<Screen>;
  readonly isPractice: ReadonlySignal<boolean>;
};

/** [L185] [L186] What a person is offered that could not be let into a room. Functions stand alone. */
export type TroubleView = {
  readonly state: ReadonlySignal<TrialState>;
  /** Null until the first try has begun. */
  readonly ways: ReadonlySignal<TriedWays | null>;
  /** Of the match in that room, as the lobby tells it; null without one. */
  readonly match: ReadonlySignal<Peek['match']>;
  /** Tries on, until the person goes elsewhere; the same room twice is once. */
  readonly begin: (room: TroubleRoom, page: TroublePage) => void;
  /** What was tried, as text to be handed on. */
  readonly report: () => string;
};
