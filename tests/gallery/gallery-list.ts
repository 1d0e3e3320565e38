import { signal } from '@preact/signals';
import type {
  AccessView,
  PublicRoomsView,
  WayView,
  ReportView,
} from '../../game/ui/model/public-rooms-model.ts';
import type { TroubleView } from '../../game/ui/model/trouble-model.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import type { Listing, RoomCard } from '../../shared/lobby/public-room.ts';
import { type AccessNews, OPEN_ACCESS } from '../../shared/lobby/room-access.ts';
import type { PeerId } from '../../shared/base/peer-id.ts';
import { listingOf } from '../lobby/listings.ts';
import { CODE, LONG_NAMES } from './gallery-people.ts';

const [LONGEST = '', SECOND = ''] = LONG_NAMES;

const MATCH = { sun: 12, wave: 10, clockS: 1199, clockStep: 0 };

/** As long and as much as the lobby lets in, and what it shows of a stranger's markup. */
const ROOMS: readonly (readonly [Partial<Listing>, Partial<RoomCard>])[] = [
  [{ title: 'W'.repeat(32), host: LONGEST, password: true, knock: true }, { match: MATCH }],
  [
    { title: '<b>Friday</b> kickabout', host: SECOND },
    { hand: 'touch', spectators: 12 },
  ],
  [
    { host: LONGEST, locked: true },
    { teamPlayers: 4, players: 8, bots: 7, match: MATCH },
  ],
  [
    { members: 10, spectators: false },
    { hand: 'gamepad', map: 'M'.repeat(32) },
  ],
  [{ title: 'Newcomers welcome' }, { players: 2, match: { ...MATCH, sun: 0, wave: 0 } }],
];

const WAYS: readonly WayView[] = [
  { state: 'measured', ms: 1888, bars: 1 },
  { state: 'failed' },
  { state: 'measuring' },
  { state: 'measured', ms: 38, bars: 3 },
];

const codeOf = (index: number): RoomCode => `${CODE.slice(0, 5)}${index + 2}` as RoomCode;

/** A list of rooms to look at, to be set by hand. */
export class GalleryList implements PublicRoomsView {
  readonly rooms = signal<PublicRoomsView['rooms']['value']>([]);
  readonly ways = signal<PublicRoomsView['ways']['value']>(new Map());
  readonly state = signal<PublicRoomsView['state']['value']>('whole');
  readonly nowMs = signal(0);
  readonly measures = signal(true);
  readonly setMeasures = (): void => {};
  readonly look = (): void => {};
  readonly refresh = (): void => {};
  readonly enter = (): void => {};

  /** The first so many. */
  fill(count: number): void {
    this.state.value = 'whole';
    this.rooms.value = ROOMS.slice(0, count).map(([change, card], index) => ({
      listing: listingOf(codeOf(index), change, card),
      heardMs: 0,
    }));
    this.ways.value = new Map(WAYS.map((way, index) => [codeOf(index), way]));
  }
}

/** The entrance of the own room, to be set by hand. */
export class GalleryAccess implements AccessView {
  readonly access = signal<AccessNews | null>({
    code: CODE,
    door: CODE,
    host: 'peer-0' as PeerId,
    access: { ...OPEN_ACCESS, visibility: 'public', title: 'W'.repeat(32), knock: true },
    hasPassword: true,
    turn: false,
    key: null,
  });
  readonly isHost = signal(true);
  readonly mayRenewCode = signal(true);
  readonly problem = signal<AccessView['problem']['value']>('rate-limited');
  readonly knocks = signal<AccessView['knocks']['value']>([]);
  readonly change = (): void => {};
  readonly renewCode = (): Promise<boolean> => Promise.resolve(true);
  readonly removed = signal<AccessView['removed']['value']>([]);
  readonly followRemoved = (): void => {};
  readonly forgive = (): Promise<boolean> => Promise.resolve(true);
  readonly admit = (): void => {};
  readonly checkTitle = (): null => null;

  /** So many were sent away; of the last one no name is known. */
  sendAway(count: number): void {
    const names = [LONGEST, SECOND, null];
    this.removed.value = names.slice(0, count).map((name) => ({ auth: `auth of ${name}`, name }));
  }

  /** So many guests before the door. */
  knock(count: number): void {
    const names = [LONGEST, SECOND, 'Bo'];
    this.knocks.value = names.slice(0, count).map((name) => ({ knock: name, name }));
  }
}

/** What is said of others, to be set by hand. */
export class GalleryReports implements ReportView {
  readonly isOffered = signal(true);
  readonly reported = signal<ReportView['reported']['value']>(new Set());

  readonly report: ReportView['report'] = async (peer, why) => {
    if (why === 'cheating') return 'rate-limited';
    this.reported.value = new Set([...this.reported.value, peer]);
    return null;
  };
}

/** Behind a way in that failed, as long as it gets. */
export class GalleryTrouble implements TroubleView {
  readonly state = signal<TroubleView['state']['value']>('resting');
  readonly ways = signal<TroubleView['ways']['value']>({
    address: false,
    turn: 'silent',
    mayRelay: true,
  });
  readonly match = signal<TroubleView['match']['value']>(MATCH);
  readonly begin = (): void => {};
  readonly report = (): string => 'Peerball: no way into a room';
}
