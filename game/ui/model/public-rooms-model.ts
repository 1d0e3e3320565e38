import type { ReadonlySignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import type { PeerId } from '../../../shared/base/peer-id.ts';
import type { RoomCode } from '../../../shared/lobby/ids.ts';
import type { ReportReason } from '../../../shared/lobby/person-report.ts';
import type { Person } from '../../../shared/room/room-state.ts';
import type { Listing } from '../../../shared/lobby/public-room.ts';
import type { RemovedPerson } from '../../../shared/lobby/known-people.ts';
import type { AccessNews, RoomAccess } from '../../../shared/lobby/room-access.ts';
import type { ErrorCode } from '../../i18n/en/en.ts';

/** One room of the list, and when the lobby said so: its clock goes on since. */
export type PublicRoom = { readonly listing: Listing; readonly heardMs: number };

/** What is known of the way to a room's host. Missing: not looked at yet. */
export type WayView =
  | { readonly state: 'measuring' }
  | { readonly state: 'measured'; readonly ms: number; readonly bars: number }
  | { readonly state: 'failed' };

/** `loading`: nothing is here yet. `partial`: more pages come. Or why there is no list just now. */
export type ListState = 'loading' | 'partial' | 'whole' | ErrorCode;

/** The list of public rooms, and what a person may do with it. Functions stand alone. */
export type PublicRoomsView = {
  readonly rooms: ReadonlySignal<readonly PublicRoom[]>;
  readonly ways: ReadonlySignal<ReadonlyMap<RoomCode, WayView>>;
  readonly state: ReadonlySignal<ListState>;
  /** Goes on once a second. */
  readonly nowMs: ReadonlySignal<number>;
  /** Ways are measured, which shows hosts the own address. */
  readonly measures: ReadonlySignal<boolean>;
  readonly setMeasures: (on: boolean) => void;
  /** These are in view: their ways are measured. */
  readonly look: (codes: readonly RoomCode[]) => void;
  readonly refresh: () => void;
  /** @param password where the room has one */
  readonly enter: (code: RoomCode, how: 'play' | 'watch', password: string | null) => void;
};

export type KnockView = { readonly knock: string; readonly name: string };

/** The entrance of the own room. Functions stand alone. */
export type AccessView = {
  /** Null until the lobby has said it. */
  readonly access: ReadonlySignal<AccessNews | null>;
  /** True where this person may change it. */
  readonly isHost: ReadonlySignal<boolean>;
  /** [L182] False in a quick room: strangers do not come by its code. */
  readonly mayRenewCode: ReadonlySignal<boolean>;
  /** Why the last change came to nothing. */
  readonly problem: ReadonlySignal<ErrorCode | null>;
  readonly knocks: ReadonlySignal<readonly KnockView[]>;
  /** @param password null takes it away; left out the one that is stays */
  readonly change: (change: Partial<RoomAccess>, password?: string | null) => void;
  /** [L182] True once the room has another code. */
  readonly renewCode: () => Promise<boolean>;
  /** [L183] Those who were sent away, newest first; kept up while `followRemoved` is on. */
  readonly removed: ReadonlySignal<readonly RemovedPerson[]>;
  readonly followRemoved: (on: boolean) => void;
  /** [L149] These may come again. @param auth null: all of them */
  readonly forgive: (auth: string | null) => Promise<boolean>;
  readonly admit: (knock: string, isLetIn: boolean) => void;
  /** The name of a room as everybody shall see it; null where it is none. */
  readonly checkTitle: (text: string) => string | null;
};

/** Why a report came to nothing. */
export type ReportProblem = ErrorCode | 'left';

/** What a person says of others to the one who runs the server. Functions stand alone. */
export type ReportView = {
  /** Strangers come into this room, or came. */
  readonly isOffered: ReadonlySignal<boolean>;
  /** Those that this person reported here. */
  readonly reported: ReadonlySignal<ReadonlySet<PeerId>>;
  /** Null: it was heard. */
  readonly report: (peer: PeerId, why: ReportReason) => Promise<ReportProblem | null>;
};

/** Without a member the person chooses one. In a row of the list it is a picture alone. */
export type ReportProps = { readonly member: Person | null; readonly isInRow?: boolean };

/** What is drawn of all this, loaded when it is needed first. */
export type PublicParts = {
  readonly PublicRooms: ComponentType;
  readonly RoomSettings: ComponentType;
  /** Over any screen: who waits to be let in, and that a way into a room is looked for meanwhile. */
  readonly Knocks: ComponentType;
  /** [L185] Nothing where no way into a room failed. */
  readonly Trouble: ComponentType;
  /** Nothing where nobody is to be reported. */
  readonly Report: ComponentType<ReportProps>;
};
