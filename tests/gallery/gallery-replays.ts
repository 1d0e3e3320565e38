import type { Highlight } from '../../shared/replay/highlights.ts';
import { signal } from '@preact/signals';
import { EMPTY_RECORD } from '../../game/settings/player-record.ts';
import { toMemberId } from '../../shared/room/command.ts';
import { TEAM_SUN, TEAM_WAVE } from '../../shared/sim/team.ts';
import type {
  ReplayLine,
  ReplaysView,
  Speed,
  WatchView,
} from '../../game/ui/model/replays-model.ts';
import { LONG_NAMES } from './gallery-people.ts';
import type { GalleryScreen } from './gallery-room.ts';

const [LONGEST = '', SECOND = ''] = LONG_NAMES;
const FOUR = [LONGEST, SECOND, 'Bo', LONGEST];

const LINE: ReplayLine = {
  id: 'match-0',
  savedAtMs: Date.UTC(2026, 8, 30, 20, 59),
  isStarred: true,
  isSaved: true,
  map: 'Classic',
  sun: ['Ana'],
  wave: ['bot Iris'],
  sunScore: 3,
  waveScore: 2,
  seconds: 190,
  problem: null,
};

const LINES: readonly ReplayLine[] = [
  LINE,
  {
    ...LINE,
    id: 'match-1',
    isStarred: false,
    sun: FOUR,
    wave: FOUR,
    map: 'W'.repeat(40),
    seconds: 3599,
  },
  {
    ...LINE,
    id: 'match-2',
    isStarred: false,
    isSaved: false,
    sun: [],
    sunScore: 12,
    waveScore: 10,
  },
  { ...LINE, id: 'match-3', isStarred: false, problem: 'other-version' },
  { ...LINE, id: 'match-4', isStarred: false, problem: 'broken' },
];

const TALLY = {
  matches: 1234,
  wins: 987,
  goals: 4321,
  assists: 1234,
  saves: 9876,
  shots: 9876,
  ticks: 20_000_000,
  streak: 12,
  bestStreak: 123,
};
const RECORD: ReplaysView['record']['value'] = {
  people: TALLY,
  bots: TALLY,
  maps: [{ name: 'WMWM '.repeat(8), matches: 12 }],
};

const LENGTH = 36_000;
const HIGHLIGHTS: readonly Highlight[] = [100, 9000, 9100, 20_000, LENGTH].map(
  (position, index) => ({
    position,
    kind: index % 2 === 0 ? 'goal' : 'save',
    team: index % 3 === 0 ? TEAM_SUN : TEAM_WAVE,
    name: LONGEST,
    isOwnGoal: index === 2,
    sun: 12,
    wave: 10,
  }),
);

/** A recording to look at, to be set by hand. */
class GalleryWatch implements WatchView {
  readonly length = LENGTH;
  readonly position = signal(21_000);
  readonly read = signal(LENGTH);
  readonly highlights = signal(HIGHLIGHTS);
  readonly differsAt = signal<number | null>(null);
  readonly isPlaying = signal(true);
  readonly speed = signal<Speed>(0.25);
  readonly followed = signal<WatchView['followed']['value']>(null);
  readonly players = signal(
    FOUR.map((name, index) => ({ id: toMemberId(index), name, team: TEAM_SUN as 1 })),
  );
  readonly isFree = signal(false);
  readonly way = signal<WatchView['way']['value']>('alone');
  readonly toggle = (): void => {};
  readonly seek = (): void => {};
  readonly step = (): void => {};
  readonly toGoal = (): void => {};
  readonly setSpeed = (): void => {};
  readonly follow = (): void => {};
  readonly followAt = (): void => {};
  readonly setFree = (): void => {};
  readonly moveCamera = (): void => {};
  readonly zoomCamera = (): void => {};
  readonly playOn = (): void => {};
  readonly save = (): void => {};
  readonly linkMoment = async (): Promise<string | null> =>
    `https://play.example/#moment=${'A'.repeat(1500)}`;
  readonly clip = signal<WatchView['clip']['value']>('cannot');
  readonly range = signal<WatchView['range']['value']>({ from: 20_000, to: 22_000 });
  readonly mark = (): void => {};
  readonly forgetRange = (): void => {};
  readonly toggleClip = (): void => {};
  readonly close = (): void => {};
}

/** A list of replays to look at, to be set by hand. */
export class GalleryReplays implements ReplaysView {
  readonly lines = signal<ReplaysView['lines']['value']>(null);
  readonly broken = signal(0);
  readonly storage = signal<ReplaysView['storage']['value']>('ok');
  readonly refused = signal<ReplaysView['refused']['value']>(null);
  readonly removed = signal<ReplayLine | null>(null);
  readonly record = signal<ReplaysView['record']['value']>(EMPTY_RECORD);
  readonly isRecordCleared = signal(false);
  readonly saveRecord = (): void => {};
  readonly clearRecord = (): void => {};
  readonly restoreRecord = (): void => {};
  readonly watched = signal<GalleryWatch | null>(null);
  readonly watch = (): void => {};
  readonly openFile = async (): Promise<void> => {};
  readonly star = async (): Promise<void> => {};
  readonly save = (): void => {};
  readonly remove = async (): Promise<void> => {};
  readonly undo = async (): Promise<void> => {};
  readonly removeBroken = async (): Promise<void> => {};

  reset(): void {
    this.lines.value = [];
    this.broken.value = 0;
    this.storage.value = 'ok';
    this.record.value = EMPTY_RECORD;
    this.isRecordCleared.value = false;
    this.refused.value = this.removed.value = this.watched.value = null;
  }

  /** The first so many. */
  fill(count: number): void {
    this.lines.value = LINES.slice(0, count);
  }

  /** @param change what is other than while one plays */
  show(change: (watch: GalleryWatch) => void): void {
    const watch = new GalleryWatch();
    change(watch);
    this.watched.value = watch;
  }
}

/** The list of replays, and watching one. */
export const REPLAYS: readonly GalleryScreen[] = [
  {
    name: 'replays: none',
    set: ({ model }) => void (model.screen.value = { screen: 'replays' }),
  },
  {
    name: 'replays',
    set: ({ model, replays }) => {
      replays.fill(5);
      replays.record.value = RECORD;
      model.screen.value = { screen: 'replays' };
    },
  },
  {
    name: 'replays: all that can be said',
    set: ({ model, replays }) => {
      replays.fill(2);
      replays.broken.value = 3;
      replays.storage.value = 'full';
      replays.refused.value = { name: `${'W'.repeat(60)}.pbreplay`, why: 'other-version' };
      replays.removed.value = LINES[1]!;
      model.screen.value = { screen: 'replays' };
    },
  },
  {
    name: 'a replay',
    set: ({ model, replays }) => {
      replays.show((watch) => {
        watch.read.value = 9000;
      });
      model.screen.value = { screen: 'replay' };
    },
  },
  {
    name: 'a replay: free camera',
    set: ({ model, replays }) => {
      replays.show((watch) => {
        watch.isFree.value = true;
      });
      model.screen.value = { screen: 'replay' };
    },
  },
  {
    name: 'a replay: to be played on from',
    set: ({ model, replays }) => {
      replays.show((watch) => {
        watch.isPlaying.value = false;
        watch.followed.value = toMemberId(0);
      });
      model.screen.value = { screen: 'replay' };
    },
  },
  {
    name: 'a replay: for the room to play on from',
    set: ({ model, replays }) => {
      replays.show((watch) => {
        watch.isPlaying.value = false;
        watch.followed.value = toMemberId(0);
        watch.way.value = 'room';
      });
      model.screen.value = { screen: 'replay' };
    },
  },
  {
    name: 'a replay: in a room, and other than recorded',
    set: ({ model, replays }) => {
      replays.show((watch) => {
        watch.way.value = 'guest';
        watch.differsAt.value = 600;
      });
      model.screen.value = { screen: 'replay' };
    },
  },
];
