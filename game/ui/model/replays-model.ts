import type { ReadonlySignal } from '@preact/signals';
import type { PlayerRecord } from '../../settings/player-record.ts';
import type { Highlight } from '../../../shared/replay/highlights.ts';
import type { MemberId } from '../../../shared/room/command.ts';
import type { Team } from '../../../shared/sim/team.ts';

/** Why something is not shown as a replay. */
export type ReplayRefusal =
  | 'no-replay'
  | 'other-format'
  | 'other-version'
  | 'too-large'
  | 'broken'
  | 'bad-map'
  | 'unreadable'
  | 'no-moment'
  | 'other-moment'
  | 'no-map'
  | 'gone';

/** A match that this browser keeps. */
export type ReplayLine = {
  readonly id: string;
  readonly savedAtMs: number;
  readonly isStarred: boolean;
  /** False: storage did not take it, and it lasts for this visit. */
  readonly isSaved: boolean;
  readonly map: string;
  readonly sun: readonly string[];
  readonly wave: readonly string[];
  readonly sunScore: number;
  readonly waveScore: number;
  readonly seconds: number;
  /** Null for one that can be played. */
  readonly problem: ReplayRefusal | null;
};

export type WatchedPlayer = { readonly id: MemberId; readonly name: string; readonly team: Team };

export const SPEEDS = [0.1, 0.25, 0.5, 1, 2, 4] as const;
export type Speed = (typeof SPEEDS)[number];

/**
 * Where the camera was put, in map units, and how many times as large it sees. What draws keeps it on the
 * pitch, and writes back where that is.
 */
export type FreeCamera = { x: number; y: number; zoom: number };

/** How near a free camera comes: 1 is the whole picture. */
export const FREE_ZOOM = { min: 1, max: 4, first: 1.5, step: 1.25 } as const;

/** [V70] A part of a replay, in ticks from its beginning. */
export type ClipRange = { readonly from: number; readonly to: number };

/** [V14] Of a longer part a link takes so much. */
export const LINK_SECONDS = 8;

/** Paints over a picture of a video, whose size is in CSS pixels. */
export type PaintOver = (
  paint: CanvasRenderingContext2D,
  size: { readonly width: number; readonly height: number },
) => void;

/** Where a video stands. `cannot`: this browser makes none; `failed`: it made nothing. */
export type ClipView = 'none' | 'recording' | 'saving' | 'saved' | 'cannot' | 'failed';

/**
 * How a match can go on from where the replay stands: `alone`, or with the `room`. In one a `guest` does not decide;
 * `never` where matches follow one another by themselves or a script says when; `nothing` where none is played there.
 */
export type PlayOnWay = 'alone' | 'room' | 'guest' | 'never' | 'nothing';

/** A replay while it is watched. Places are ticks from its beginning. Functions stand alone. */
export type WatchView = {
  readonly length: number;
  readonly position: ReadonlySignal<number>;
  /** Places up to here can be gone to. */
  readonly read: ReadonlySignal<number>;
  readonly highlights: ReadonlySignal<readonly Highlight[]>;
  /** From there on it is not what was played; null = it is. */
  readonly differsAt: ReadonlySignal<number | null>;
  readonly isPlaying: ReadonlySignal<boolean>;
  readonly speed: ReadonlySignal<Speed>;
  /** The player whom the camera follows; null = the ball. */
  readonly followed: ReadonlySignal<MemberId | null>;
  readonly players: ReadonlySignal<readonly WatchedPlayer[]>;
  readonly way: ReadonlySignal<PlayOnWay>;
  readonly toggle: () => void;
  readonly seek: (position: number) => void;
  /** By so many ticks; it stands still then. */
  readonly step: (ticks: number) => void;
  /** To a moment in front of the next goal, or of the one before (-1). */
  readonly toGoal: (direction: 1 | -1) => void;
  readonly setSpeed: (speed: Speed) => void;
  readonly follow: (player: MemberId | null) => void;
  /** The player whose disc is nearest to a place of the map, if one is near. */
  readonly followAt: (x: number, y: number) => void;
  /** The camera follows nothing. */
  readonly isFree: ReadonlySignal<boolean>;
  /** [V35] Lets the camera go where it is. */
  readonly setFree: () => void;
  /** Puts a free camera so much further, in map units. */
  readonly moveCamera: (dx: number, dy: number) => void;
  /** Brings a free camera so many times as near. */
  readonly zoomCamera: (factor: number) => void;
  /** As the player who is followed; with the room also without one. */
  readonly playOn: () => void;
  readonly save: () => void;
  /** [V70] The part that was chosen for a link or a video; null = what is near. */
  readonly range: ReadonlySignal<ClipRange | null>;
  /** Has it begin or end where the replay stands. */
  readonly mark: (edge: 'from' | 'to') => void;
  readonly forgetRange: () => void;
  /** [V16] A link to what was chosen, to the goal or save that is near, or to what follows; null where none can be made. */
  readonly linkMoment: () => Promise<string | null>;
  readonly clip: ReadonlySignal<ClipView>;
  /** [V36] Records what was chosen, else the eight seconds that a link would show; ends that while it is on. */
  readonly toggleClip: (paintOver: PaintOver) => void;
  readonly close: () => void;
};

/** The replays of this browser. Functions stand alone. */
export type ReplaysView = {
  /** Null until they are read. */
  readonly lines: ReadonlySignal<readonly ReplayLine[] | null>;
  /** How many records are there that are no replay. */
  readonly broken: ReadonlySignal<number>;
  readonly storage: ReadonlySignal<'ok' | 'blocked' | 'full'>;
  /** What was just tried to be opened and was not, with its name. */
  readonly refused: ReadonlySignal<{ readonly name: string; readonly why: ReplayRefusal } | null>;
  /** The one that was just deleted and can be had back. */
  readonly removed: ReadonlySignal<ReplayLine | null>;
  /** [V18] */
  readonly record: ReadonlySignal<PlayerRecord>;
  /** [V19] It was just deleted and can be had back. */
  readonly isRecordCleared: ReadonlySignal<boolean>;
  readonly saveRecord: () => void;
  readonly clearRecord: () => void;
  readonly restoreRecord: () => void;
  readonly watched: ReadonlySignal<WatchView | null>;
  readonly watch: (id: string) => void;
  readonly openFile: (file: Blob & { readonly name?: string }) => Promise<void>;
  readonly star: (id: string, isStarred: boolean) => Promise<void>;
  readonly save: (id: string) => void;
  readonly remove: (id: string) => Promise<void>;
  readonly undo: () => Promise<void>;
  readonly removeBroken: () => Promise<void>;
};
