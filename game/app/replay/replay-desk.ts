import { signal } from '@preact/signals';
import { fail, ok, type Result } from '../../../shared/base/result.ts';
import { momentReplay } from '../../../shared/replay/moment-replay.ts';
import { TEAM_NONE } from '../../../shared/sim/team.ts';
import { TICK_RATE } from '../../../shared/sim/tick.ts';
import { checkReplayHead, encodeReplay, type Replay } from '../../../shared/wire/replay-file.ts';
import { countMatch, EMPTY_RECORD, type PlayerRecord } from '../../settings/player-record.ts';
import type { ReplayCard, StoredReplay } from '../../settings/replay-shelf.ts';
import type { ReplayLine, ReplayRefusal, ReplaysView } from '../../ui/model/replays-model.ts';
import type { ResultView, Screen } from '../../ui/model/view-model.ts';
import { nameFile, nameReplay, REPLAY_ENDING } from './save-file.ts';
import { decode, openTrack, readFile } from './open-replay.ts';
import { cardOf, hasEnded, idOf, isWorthKeeping } from './replay-card.ts';
import { makeMomentLink, momentStart, readMomentLink } from './moment-link.ts';
import type { PlayedMatch, ReplayPorts } from './replays.ts';
import { WatchDesk } from './watch-desk.ts';

const LIST: Screen = { screen: 'replays' };
const HOME: Screen = { screen: 'home', error: null, code: null };
/** Some milliseconds of reading ahead, between two pictures of a match that may still be on. */
const READ_TICKS = 300;

/** The list of replays: what is kept, what was opened, and the one that is watched. */
export class ReplayDesk implements ReplaysView {
  readonly lines = signal<readonly ReplayLine[] | null>(null);
  readonly broken = signal(0);
  readonly storage = signal<'ok' | 'blocked' | 'full'>('ok');
  readonly refused = signal<{ readonly name: string; readonly why: ReplayRefusal } | null>(null);
  readonly removed = signal<ReplayLine | null>(null);
  readonly watched = signal<WatchDesk | null>(null);
  readonly record = signal<PlayerRecord>(EMPTY_RECORD);
  readonly isRecordCleared = signal(false);
  readonly #ports: ReplayPorts;
  #kept: readonly StoredReplay[] = [];
  #brokenKeys: readonly string[] = [];
  #removed: StoredReplay | null = null;
  #cleared: PlayerRecord | null = null;
  /** Matches that were kept to their end, on this page: what is recorded behind it adds nothing. */
  readonly #ended = new Set<string>();

  constructor(ports: ReplayPorts) {
    this.#ports = ports;
    // A match that begins in the room takes the screen, and so does the end of the room.
    ports.places.model.screen.subscribe(({ screen }) => {
      if (screen !== 'replay') this.watched.peek()?.rest();
    });
  }

  readonly open = (): void => {
    this.refused.value = null;
    this.#removed = this.removed.value = null;
    this.#cleared = null;
    this.isRecordCleared.value = false;
    this.record.value = this.#ports.record.value;
    void this.#read();
  };

  /** [V2] Keeps a match when it ends or is left. */
  async keep({ replay, result }: PlayedMatch): Promise<void> {
    const id = idOf(replay);
    if (!isWorthKeeping(replay) || this.#ended.has(id)) return;
    if (hasEnded(replay)) this.#ended.add(id);
    const { shelf, stadiums, wallClockMs } = this.#ports;
    const card = cardOf(replay, (stadium) => stadiums.stadium(stadium)?.name ?? '');
    if (result) this.#count(result, card);
    const savedAtMs = wallClockMs();
    const bytes = encodeReplay(replay);
    await shelf.keep({ id, savedAtMs, isStarred: false, card, bytes });
    if (this.lines.value !== null) await this.#read();
  }

  /** [V19] As a file that other programs read too. */
  readonly saveRecord = (): void => {
    const text = `${JSON.stringify(this.#ports.record.value, null, 2)}\n`;
    this.#ports.download(new TextEncoder().encode(text), 'peerball-record.json');
  };

  readonly clearRecord = (): void => {
    this.#cleared = this.#ports.record.value;
    this.#setRecord(EMPTY_RECORD);
    this.isRecordCleared.value = true;
  };

  readonly restoreRecord = (): void => {
    if (this.#cleared) this.#setRecord(this.#cleared);
    this.#cleared = null;
    this.isRecordCleared.value = false;
  };

  /** Shows a recording, and then the screen of now again. */
  show(replay: Replay, fromGoal = false): void {
    this.#show(ok(replay), '', this.#ports.places.model.screen.value);
    if (fromGoal) this.watched.value?.toFirstGoal();
  }

  /** [V16] A link to the last goal; null where none was scored, or none can be made. */
  async linkLastGoal(replay: Replay): Promise<string | null> {
    const { stadiums, origin, turn } = this.#ports;
    const opened = openTrack(replay, stadiums);
    if (!opened.ok) return null;
    const track = opened.value;
    while (!track.isRead) {
      track.readOn(READ_TICKS);
      await turn();
    }
    const goal = track.highlights.findLast(({ kind }) => kind === 'goal');
    if (!goal) return null;
    return makeMomentLink(origin, track, stadiums.arena, momentStart([goal], goal.position));
  }

  /** [V17] Shows the moment that a link holds, or why it is not shown. */
  async openMoment(fragment: string): Promise<void> {
    this.open();
    const replay = await this.#readMoment(fragment);
    this.#show(replay, '', HOME);
  }

  readonly watch = (id: string): void => {
    const kept = this.#find(id);
    this.#show(kept ? decode(kept.bytes) : { ok: false, error: 'gone' }, '', LIST);
  };

  readonly openFile = async (file: Blob & { readonly name?: string }): Promise<void> => {
    const read = await readFile(file);
    this.#show(read.ok ? decode(read.value) : read, file.name ?? '', LIST);
  };

  /** As a file, with the date of now. */
  saveFile(replay: Replay): void {
    const nowMs = this.#ports.wallClockMs();
    const bytes = encodeReplay({ ...replay, savedAtS: Math.floor(nowMs / 1000) });
    this.#ports.download(bytes, this.#nameOf(replay, REPLAY_ENDING));
  }

  #nameOf(replay: Replay, ending: string): string {
    const { sunScore, waveScore } = cardOf(replay, () => '');
    const now = new Date(this.#ports.wallClockMs());
    return nameFile({ sun: sunScore, wave: waveScore }, now, ending);
  }

  readonly star = async (id: string, isStarred: boolean): Promise<void> => {
    const kept = this.#find(id);
    if (kept) await this.#ports.shelf.star(kept, isStarred);
    await this.#read();
  };

  readonly save = (id: string): void => {
    const kept = this.#find(id);
    if (kept) this.#ports.download(kept.bytes, nameOf(kept));
  };

  readonly remove = async (id: string): Promise<void> => {
    this.#removed = this.#find(id) ?? null;
    this.removed.value = this.#removed && this.#lineOf(this.#removed);
    await this.#ports.shelf.remove(id);
    await this.#read();
  };

  readonly undo = async (): Promise<void> => {
    const removed = this.#removed;
    this.#removed = this.removed.value = null;
    if (removed) await this.#ports.shelf.star(removed, removed.isStarred);
    await this.#read();
  };

  readonly removeBroken = async (): Promise<void> => {
    for (const key of this.#brokenKeys) await this.#ports.shelf.remove(key);
    await this.#read();
  };

  /** [V18] A match that this person played in to its end. */
  #count(result: ResultView, { map, ticks }: ReplayCard): void {
    const own = result.players.find(({ self }) => self);
    if (!own || own.team === TEAM_NONE) return;
    const isWon = result.winner === own.team;
    const hasPeople = result.players.some(({ team, isBot }) => team !== own.team && !isBot);
    const { goals, assists, saves, shots } = own;
    const match = { goals, assists, saves, shots, ticks, map, isWon, hasPeople };
    this.#setRecord(countMatch(this.#ports.record.value, match));
  }

  #setRecord(record: PlayerRecord): void {
    this.#ports.record.value = record;
    this.record.value = record;
  }

  async #readMoment(fragment: string): Promise<Result<Replay, ReplayRefusal>> {
    const { stadiums, places } = this.#ports;
    const moment = await readMomentLink(fragment);
    if (!moment.ok) return moment;
    const isHere = await places.bringMap(moment.value.start.room.stadium);
    const textOf = (stadium: string) => stadiums.text(stadium);
    const replay = isHere ? momentReplay(moment.value, stadiums.arena, textOf) : null;
    if (replay) return ok(replay);
    return fail(isHere ? 'broken' : 'no-map');
  }

  #show(replay: Result<Replay, ReplayRefusal>, name: string, from: Screen): void {
    const { places, stadiums } = this.#ports;
    const track = replay.ok ? openTrack(replay.value, stadiums) : replay;
    if (!replay.ok || !track.ok) {
      this.refused.value = { name, why: track.ok ? 'broken' : track.error };
      if (places.model.screen.value.screen !== LIST.screen) places.model.screen.value = LIST;
      return;
    }
    this.refused.value = null;
    const watched: WatchDesk = new WatchDesk(track.value, {
      ...this.#ports,
      back: (isLeft) => {
        this.watched.value = null;
        places.model.screen.value = isLeft ? LIST : from;
        this.open();
      },
      save: () => this.saveFile(replay.value),
      clip: {
        record: this.#ports.recordClip,
        isSeen: this.#ports.isSeen,
        save: ({ bytes, ending }) =>
          this.#ports.download(bytes, this.#nameOf(replay.value, ending)),
      },
    });
    this.watched.value = watched;
    places.show(watched.session);
  }

  async #read(): Promise<void> {
    const { shelf } = this.#ports;
    const { replays, broken } = await shelf.list();
    this.#kept = replays;
    this.#brokenKeys = broken;
    this.broken.value = broken.length;
    this.storage.value = shelf.state;
    this.lines.value = replays.map((kept) => this.#lineOf(kept));
  }

  #find(id: string): StoredReplay | undefined {
    return this.#kept.find((one) => one.id === id);
  }

  #lineOf({ id, savedAtMs, isStarred, card, bytes }: StoredReplay): ReplayLine {
    const { ticks, ...shown } = card;
    const seconds = Math.round(ticks / TICK_RATE);
    const isSaved = !this.#ports.shelf.isUnsaved(id);
    const problem = checkReplayHead(bytes)?.type ?? null;
    return { id, savedAtMs, isStarred, isSaved, ...shown, seconds, problem };
  }
}

function nameOf({ card, savedAtMs }: StoredReplay): string {
  return nameReplay({ sun: card.sunScore, wave: card.waveScore }, new Date(savedAtMs));
}
