import type { Signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import type { RoomSession } from '../../../shared/netplay/room-session.ts';
import type { Replay } from '../../../shared/wire/replay-file.ts';
import type { StadiumCollection } from '../../../shared/stadium/stadium-collection.ts';
import type { LocalSession } from '../../match/local-session.ts';
import type { RecordStore } from '../../settings/player-record.ts';
import type { ReplayShelf } from '../../settings/replay-shelf.ts';
import type { PracticeLevel } from '../../settings/practice-choice.ts';
import type { FreeCamera, PaintOver } from '../../ui/model/replays-model.ts';
import type { ResultView, Screen, UiModel } from '../../ui/model/view-model.ts';
import type { HeardSound, RunningClip } from './record-clip.ts';

/** A match that this person was in. */
export type PlayedMatch = {
  readonly replay: Replay;
  /** Null where the person left before its end. */
  readonly result: ResultView | null;
};

/** List and player of replays, with what draws them: a part of its own, loaded when it is needed. */
export type Replays = {
  readonly Screen: ComponentType;
  /** Reads the list: it is about to be shown. */
  readonly open: () => void;
  /** Shows a recording, all of it or [V60] from its first goal; the screen of now comes back afterwards. */
  readonly watch: (replay: Replay, fromGoal: boolean) => void;
  /** Hands a recording to the browser as a file. */
  readonly save: (replay: Replay) => void;
  /** [V2] Keeps a match, and [V18] counts it. */
  readonly keep: (match: PlayedMatch) => Promise<void>;
  /** [V16] A link to the last goal of a recording; null where none can be made. */
  readonly linkLastGoal: (replay: Replay) => Promise<string | null>;
  /** [V17] Shows what the fragment of a link holds, or why it is not shown. */
  readonly openMoment: (fragment: string) => Promise<void>;
};

/** As much of the page as shows a replay, or plays on from one. */
export interface ReplayPlaces {
  readonly model: {
    readonly screen: Signal<Screen>;
    readonly settingsOpen: { readonly value: boolean };
    readonly freeCamera: Signal<FreeCamera | null>;
    readonly resultButtons: Signal<UiModel['resultButtons']['value']>;
    readonly hud: { update(session: LocalSession, nowMs: number): void };
  };
  /** The session of the room that this person is in; null elsewhere. */
  readonly room: () => RoomSession | null;
  /** The picture of the pitch; null while there is none. */
  readonly canvas: () => HTMLCanvasElement | null;
  /** Has a function called whenever a picture is being drawn. @returns ends that */
  readonly followPicture: (look: () => void) => () => void;
  /** What is heard of it from now on; null without sound. */
  readonly hear: () => HeardSound | null;
  /** [V17] Gets a map that this browser has; false where it has none of that name or hash. */
  readonly bringMap: (stadium: string) => Promise<boolean>;
  /** Shows this session while the screen is `replay`. */
  readonly show: (session: LocalSession) => void;
  /** @param back instead of going home, when the person leaves the match */
  readonly playOn: (session: LocalSession, back: () => void) => void;
}

export type ReplayPorts = {
  readonly places: ReplayPlaces;
  readonly stadiums: Pick<StadiumCollection, 'add' | 'arena' | 'text' | 'stadium'>;
  readonly shelf: ReplayShelf;
  readonly record: Pick<RecordStore, 'value'>;
  /** Tells how long something takes. */
  readonly clockMs: () => number;
  readonly wallClockMs: () => number;
  readonly makeSeed: () => number;
  /** Of the bots when a match goes on. */
  readonly level: () => PracticeLevel;
  /** Of this page, for links to it. */
  readonly origin: string;
  /** Lets the page draw and listen before it goes on. */
  readonly turn: () => Promise<void>;
  /** [V36] Begins to record the pitch with what is painted over it; null where the browser cannot. */
  readonly recordClip: (paintOver: PaintOver) => RunningClip | null;
  /** Does somebody look at the page? Else nothing is drawn. */
  readonly isSeen: () => boolean;
  /** Hands a file to the browser. */
  readonly download: (bytes: Uint8Array<ArrayBuffer>, name: string) => void;
};
