import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import type { LinkReport } from '../../shared/netplay/session/link-report.ts';
import type { RoomSession } from '../../shared/netplay/room-session.ts';
import type { MissedWish } from '../../shared/netplay/wishes.ts';
import { peopleIn, type RoomState } from '../../shared/room/room-state.ts';
import type { ErrorCode } from '../i18n/en/en.ts';
import type { ShowRoom } from '../match/shown-names.ts';
import type { QuickParts } from '../ui/model/chat-model.ts';
import type { FreeCamera } from '../ui/model/replays-model.ts';
import type { MapsView } from '../ui/model/map-model.ts';
import type { PanelParts } from '../ui/model/panel-model.ts';
import type { PublicParts } from '../ui/model/public-rooms-model.ts';
import type {
  CheckName,
  GoalTime,
  InviteView,
  LobbyView,
  MissedView,
  PingView,
  PitchPlace,
  QuickView,
  RejoinView,
  RoomView,
  Said,
  Screen,
  StandingsView,
  UiModel,
} from '../ui/model/view-model.ts';
import type { SecondView } from '../ui/model/second-model.ts';
import type { VoiceView } from '../ui/model/voice-model.ts';
import { HudModel } from './hud/hud-model.ts';
import { pingOf } from './hud/network-grade.ts';
import type { JoiningStage } from './room/room-presence.ts';

const PINGS_EVERY_MS = 500;
/** How long somebody is told to be back, or that a wish came to nothing. */
const BACK_MS = 10_000;
/** From here on joining is called slow. */
const SLOW_JOIN_MS = 6_000;

/** What the page shows, as signals: written by the app, read by the components. */
export class AppModel implements UiModel {
  readonly screen = signal<Screen>({ screen: 'home', error: null, code: null });
  readonly publicParts = signal<PublicParts | null>(null);
  readonly replays = signal<ComponentType | null>(null);
  readonly room = signal<RoomView | null>(null);
  readonly hud = new HudModel();
  readonly lobby = signal<LobbyView>('fine');
  readonly invite = signal<InviteView | null>(null);
  readonly rejoin = signal<RejoinView | null>(null);
  readonly versionProblem = signal<'version-friend' | 'version-reload' | null>(null);
  readonly matchLost = signal(false);
  readonly said = signal<Said | null>(null);
  readonly menuOpen = signal(false);
  readonly settingsOpen = signal(false);
  readonly practiceOpen = signal(false);
  readonly badgeOpen = signal(false);
  readonly standingsOpen = signal(false);
  readonly standings = signal<StandingsView | null>(null);
  readonly goalTimes = signal<readonly GoalTime[]>([]);
  readonly quick = signal<QuickView | null>(null);
  readonly isPractice = signal(false);
  readonly voice = signal<VoiceView | null>(null);
  readonly second = signal<SecondView | null>(null);
  readonly panel = signal<PanelParts | null>(null);
  readonly resultButtons = signal<UiModel['resultButtons']['value']>(null);
  readonly quickParts = signal<QuickParts | null>(null);
  /** Bots play behind the menu. */
  readonly isPlayingAtHome = signal(false);
  /** Where home shows the pitch; null until home was laid out. */
  readonly pitchPlace = signal<PitchPlace | null>(null);
  /** Where the camera was put while a replay is watched; null while it follows. */
  readonly freeCamera = signal<FreeCamera | null>(null);
  readonly cutOff = signal(false);
  readonly back = signal(false);
  readonly missed = signal<MissedView | null>(null);
  readonly maps = signal<MapsView | null>(null);
  readonly checkName = signal<CheckName | null>(null);
  #showRoom: ShowRoom = (room) => room;
  #backMs = Number.NEGATIVE_INFINITY;
  #missedMs = Number.NEGATIVE_INFINITY;
  #pingsMs = Number.NEGATIVE_INFINITY;
  #pings: ReadonlyMap<string, PingView> = new Map();

  /** How rooms are shown from now on. */
  get showRoom(): ShowRoom {
    return this.#showRoom;
  }

  set showRoom(show: ShowRoom) {
    this.#showRoom = this.hud.showRoom = show;
  }

  /** Shows who is in the room. Tells of no change when there is none, so it may run every tick. */
  updateRoom(session: RoomSession, code: RoomCode | null, link: string, nowMs: number): void {
    const known = this.room.value;
    const room = this.#showRoom(session.world.room);
    const wishes = session.wishes.open;
    const isKnown = known?.state === room && known.wishes === wishes;
    const isSame = isKnown && known.self === session.self && known.code === code;
    const isPingDue = nowMs - this.#pingsMs >= PINGS_EVERY_MS;
    if (isSame && !isPingDue) return;
    if (isPingDue) {
      this.#pingsMs = nowMs;
      const reports = session.reports();
      this.#pings = new Map(reports.map((report) => [report.peer, pingOf(report)]));
      this.versionProblem.value = versionProblemOf(reports);
    }
    this.room.value = { code, link, state: room, self: session.self, pings: this.#pings, wishes };
  }

  /** `error` is why somebody is there, `code` the room that can be tried again. */
  showHome(error: ErrorCode | null, code: RoomCode | null): void {
    this.screen.value = { screen: 'home', error, code };
  }

  /** Nothing is shown of where this person was. */
  leave(): void {
    this.room.value = null;
    this.quick.value = null;
    for (const shown of [this.isPractice, this.cutOff, this.back, this.matchLost, this.menuOpen])
      shown.value = false;
    this.settingsOpen.value = this.practiceOpen.value = this.badgeOpen.value = false;
    this.standingsOpen.value = false;
    this.missed.value = this.standings.value = null;
    this.hud.hidden.value = false;
  }

  /** A function that opens a dialog, or closes it. */
  opener(dialog: 'menuOpen' | 'settingsOpen' | 'practiceOpen' | 'badgeOpen' | 'standingsOpen') {
    return (open: boolean): void => {
      this[dialog].value = open;
    };
  }

  show(screen: 'room' | 'match'): void {
    this.screen.value = { screen };
    this.menuOpen.value = false;
    // What is being set goes on in the room; a match waits for nobody.
    if (screen === 'match') this.matchLost.value = this.settingsOpen.value = false;
  }

  /** Runs every tick while somebody waits to be let in; `elapsedMs` so far. */
  showJoining(
    { code, step, isBack, isQuick = false, progress = 0 }: JoiningStage,
    elapsedMs: number,
  ): void {
    const slow = elapsedMs > SLOW_JOIN_MS;
    const percent = Math.floor(progress * 100);
    const now = this.screen.value;
    const isSame = now.screen === 'joining' && now.step === step && now.percent === percent;
    if (isSame && now.slow === slow && now.isBack === isBack && now.isQuick === isQuick) return;
    this.screen.value = { screen: 'joining', code, step, percent, slow, isBack, isQuick };
  }

  /** Runs every tick in a room with others. */
  showCutOff(isCutOff: boolean, nowMs: number): void {
    this.cutOff.value = isCutOff;
    if (nowMs - this.#backMs > BACK_MS) this.back.value = false;
  }

  /** This page was away for long, and is in the room again. */
  showBack(nowMs: number): void {
    this.#backMs = nowMs;
    this.back.value = true;
  }

  /** Runs every tick in a room with others. */
  showMissed(missed: readonly MissedWish[], nowMs: number): void {
    if (missed.length > 0) {
      this.#missedMs = nowMs;
      this.missed.value = missed.at(-1)!.why;
    } else if (nowMs - this.#missedMs > BACK_MS) this.missed.value = null;
  }

  /** People that came and went since the last look. */
  newcomers(room: RoomState): number {
    const before = this.room.value?.state ?? room;
    return peopleIn(room).length - peopleIn(before).length;
  }
}

function versionProblemOf(
  reports: readonly LinkReport[],
): 'version-friend' | 'version-reload' | null {
  const other = reports.find((report) => report.version !== 'same');
  if (!other) return null;
  return other.version === 'newer' ? 'version-reload' : 'version-friend';
}
