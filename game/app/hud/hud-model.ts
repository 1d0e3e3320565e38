import { signal } from '@preact/signals';
import type { RoomSession } from '../../../shared/netplay/room-session.ts';
import type { SessionState } from '../../../shared/netplay/session/session-state.ts';
import type { MemberId } from '../../../shared/room/command.ts';
import type { InputBits } from '../../../shared/sim/input.ts';
import { INPUT_KICK } from '../../../shared/sim/input.ts';
import {
  MATCH,
  type MatchState,
  PAUSED,
  PHASE,
  SEAT,
  seatInt,
} from '../../../shared/sim/match-state.ts';
import {
  findMember,
  findMemberAt,
  findMemberOf,
  findPerson,
  peopleIn,
  isPlayedByBot,
  type Member,
  type RoomState,
} from '../../../shared/room/room-state.ts';
import type { World } from '../../../shared/room/world.ts';
import { toSeat } from '../../../shared/sim/seat.ts';
import { TEAM_NONE, type Team } from '../../../shared/sim/team.ts';
import { LESSONS, type Lesson } from '../../settings/settings.ts';
import { TICK_RATE } from '../../../shared/sim/tick.ts';
import { COUNTDOWN_TICKS } from '../../../shared/sim/tuning.ts';
import type {
  AbsentView,
  DepartedView,
  GoalNews,
  GoalView,
  HudView,
  MovingView,
  NamedPing,
  PingView,
  WarningView,
} from '../../ui/model/view-model.ts';
import { pingOf } from './network-grade.ts';
import { DesyncNotice } from './desync-notice.ts';
import { NetworkWarner } from './network-warner.ts';
import { scoredBy } from './scored-by.ts';
import { stillnessOf } from './stillness.ts';

const NETWORK_EVERY_MS = 250;
/** How long it is said that somebody left. */
const DEPARTED_MS = 5000;
/** How long it is said that the host is back: whoever ran the room meanwhile may be playing. */
const HOST_BACK_MS = 8000;
/** How long it is said who had the room play on from a replay, once it plays. */
const TAKEN_UP_TICKS = 3 * TICK_RATE;
/** How long GO stands over a first kick-off. */
const GO_TICKS = 50;
/** The last ten seconds are shown and heard. */
const ENDING_TICKS = 10 * TICK_RATE;

/** Reads a session for the display. Signals tell only what changed, so this may run every tick. */
export class HudModel implements HudView {
  readonly sun = signal(0);
  readonly wave = signal(0);
  readonly seconds = signal(0);
  readonly goldenGoal = signal(false);
  readonly isEnding = signal(false);
  readonly takenUpBy = signal('');
  readonly countdown = signal('');
  readonly kickOff = signal<Team>(TEAM_NONE);
  readonly paused = signal(false);
  readonly won = signal<Team>(TEAM_NONE);
  readonly goal = signal<GoalView | null>(null);
  readonly goalNews = signal<GoalNews | null>(null);
  readonly replaying = signal(false);
  readonly ping = signal<PingView | null>(null);
  readonly pings = signal<readonly NamedPing[]>([]);
  readonly warnings = signal<readonly WarningView[]>([]);
  readonly absent = signal<readonly AbsentView[]>([]);
  readonly idle = signal<readonly string[]>([]);
  readonly stillness = signal<'asked' | 'idle' | null>(null);
  readonly departed = signal<readonly DepartedView[]>([]);
  readonly hostBack = signal('');
  readonly waitingForFriend = signal(false);
  readonly watching = signal(false);
  readonly moving = signal<MovingView | null>(null);
  readonly hidden = signal(false);
  readonly hint = signal<Lesson | null>(null);
  readonly nextS = signal<number | null>(null);
  #room: RoomState | null = null;
  #session: RoomSession | null = null;
  #self: MemberId | null = null;
  /** How rooms are shown. */
  showRoom: (room: RoomState) => RoomState = (room) => room;
  #shownRoom: RoomState | null = null;
  #team: Team = TEAM_NONE;
  #scored: Team = TEAM_NONE;
  #isCutOff = false;
  #networkMs = Number.NEGATIVE_INFINITY;
  #departedMs = Number.NEGATIVE_INFINITY;
  #hostBackMs = Number.NEGATIVE_INFINITY;
  readonly #warner = new NetworkWarner();
  readonly #desyncs = new DesyncNotice();

  /** @param isCutOff it may be this page that is away: nothing is said of the others then */
  update(session: RoomSession, nowMs: number, isCutOff = false): void {
    const { match } = session.world;
    const room = this.showRoom(session.world.room);
    const { ints } = match;
    this.#updateMoving(session.state, isCutOff ? null : room);
    this.sun.value = ints[MATCH.sunScore]!;
    this.wave.value = ints[MATCH.waveScore]!;
    this.#updateClock(match);
    this.#scored = scoredBy(session.world);
    this.#updateMoments(match, room);
    this.stillness.value = stillnessOf(session);
    this.takenUpBy.value = takenUpBy(room, session.world.tick);
    this.nextS.value = untilNextS(session.world);
    if (room !== this.#room) this.#updateRoom(room, session, nowMs);
    if (room !== this.#shownRoom || isCutOff !== this.#isCutOff) {
      this.#shownRoom = room;
      this.#isCutOff = isCutOff;
      // A member that came back a moment ago still reads there that it is away itself.
      const others = room.members.filter(({ id }) => id !== session.self);
      const away = isCutOff ? [] : others.filter((member) => member.absent);
      this.absent.value = away.map((member) => ({
        name: member.name,
        isPlayedByBot: isPlayedByBot(member),
      }));
      this.idle.value = others.filter(isIdleOnly).map(({ name }) => name);
      this.#networkMs = Number.NEGATIVE_INFINITY;
    }
    if (this.departed.value.length > 0 && nowMs - this.#departedMs > DEPARTED_MS) {
      this.departed.value = [];
    }
    if (nowMs - this.#hostBackMs > HOST_BACK_MS) this.hostBack.value = '';
    if (nowMs - this.#networkMs >= NETWORK_EVERY_MS) {
      this.#networkMs = nowMs;
      this.#updateNetwork(session, nowMs);
    }
  }

  /** Shows a newcomer the first lesson that is not done; `lessons` are. */
  teach(lessons: number): void {
    this.hint.value = LESSONS[lessons] ?? null;
  }

  /**
   * Goes on to the next lesson when the person has done what is shown: moved, kicked, or its team
   * scored. Null when nothing was learnt, else how many lessons are done now.
   */
  learn(bits: InputBits): number | null {
    const { value } = this.hint;
    if (value === null || this.watching.value) return null;
    const isDone = {
      move: (bits & ~INPUT_KICK) !== 0,
      kick: (bits & INPUT_KICK) !== 0,
      score: this.#team !== TEAM_NONE && this.#scored === this.#team,
    }[value];
    if (!isDone) return null;
    const lessons = LESSONS.indexOf(value) + 1;
    this.teach(lessons);
    return lessons;
  }

  /** @param room null: nothing is said of others now */
  #updateMoving(state: SessionState, room: RoomState | null): void {
    if (state.state !== 'live' || !state.isMoving || room === null) {
      this.moving.value = null;
      return;
    }
    const { from, hasLeft } = state;
    const name = from === null ? '' : (findMemberOf(room, from)?.name ?? '');
    const shown = this.moving.value;
    if (shown?.name !== name || shown.hasLeft !== hasLeft) this.moving.value = { name, hasLeft };
  }

  #updateClock({ ints }: MatchState): void {
    const limit = ints[MATCH.timeLimitTicks]!;
    const clock = ints[MATCH.clock]!;
    const ticks = limit === 0 ? clock : Math.max(0, limit - clock);
    const seconds = ticks / TICK_RATE;
    const phase = ints[MATCH.phase];
    const isRunning = phase === PHASE.playing || phase === PHASE.kickOff;
    this.goldenGoal.value = isRunning && limit > 0 && clock >= limit;
    // Known before the second that it is about.
    this.isEnding.value = isRunning && clock < limit && limit - clock <= ENDING_TICKS;
    this.seconds.value = limit === 0 ? Math.floor(seconds) : Math.ceil(seconds);
  }

  #updateMoments(match: MatchState, room: RoomState): void {
    const { ints } = match;
    const pause = ints[MATCH.pause]!;
    const phase = ints[MATCH.phase];
    this.paused.value = pause === PAUSED;
    this.won.value = phase === PHASE.end ? (ints[MATCH.winner] as Team) : TEAM_NONE;
    const isFirst =
      phase === PHASE.kickOff && ints[MATCH.clock] === 0 && ints[MATCH.phaseTicks]! < GO_TICKS;
    const isCounting = phase === PHASE.countdown;
    const left = isCounting ? COUNTDOWN_TICKS - ints[MATCH.phaseTicks]! : 0;
    if (pause > 0 || left > 0) {
      this.countdown.value = String(Math.ceil((pause > 0 ? pause : left) / TICK_RATE));
    } else this.countdown.value = isFirst ? 'go' : '';
    const isBefore = isCounting || phase === PHASE.kickOff;
    this.kickOff.value = isBefore ? (ints[MATCH.kickOffTeam] as Team) : TEAM_NONE;
    if (phase !== PHASE.goal) this.goal.value = this.goalNews.value = null;
    else this.goal.value ??= goalOf(match, room, this.#scored);
  }

  #updateRoom(room: RoomState, session: RoomSession, nowMs: number): void {
    const before = session === this.#session ? this.#room : null;
    const known = before ? peopleIn(before) : [];
    this.#session = session;
    // One that lost the seat and came again has another number.
    const gone = known.filter(({ id, peer }) => id !== this.#self && !findMemberOf(room, peer));
    this.#self = session.self;
    if (gone.length > 0) {
      this.departed.value = gone.map(({ name, absent }) => ({ name, hasLeft: !absent }));
      this.#departedMs = nowMs;
    }
    const returned = before && findReturned(before, room);
    // It knows of itself.
    if (returned && returned.id !== session.self) {
      this.hostBack.value = returned.name;
      this.#hostBackMs = nowMs;
    }
    this.#room = room;
    const me = session.self === null ? undefined : findMember(room, session.self);
    this.watching.value = me !== undefined && me.team === TEAM_NONE;
    this.#team = me?.team ?? TEAM_NONE;
    const playing = new Set(room.members.map((member) => member.team));
    playing.delete(TEAM_NONE);
    // The world that a newcomer is given may be from before it was let in.
    this.waitingForFriend.value = me !== undefined && playing.size < 2;
  }

  #updateNetwork(session: RoomSession, nowMs: number): void {
    // Of those who left nothing is heard any more, and that is no trouble.
    const { members } = this.showRoom(session.world.room);
    const reports = session
      .reports()
      .filter(({ peer }) => members.some((member) => member.peer === peer && !member.absent));
    const worst = reports.toSorted((a, b) => b.rttMs - a.rttMs)[0];
    this.ping.value = worst ? pingOf(worst) : null;
    this.pings.value = reports.map((report) => ({
      ...pingOf(report),
      name: members.find(({ peer }) => peer === report.peer)?.name ?? '',
    }));
    const network = this.#warner.update(reports, nowMs, session.eatenInputs);
    if (this.#isCutOff) {
      this.warnings.value = CUT_OFF;
      return;
    }
    const desync = this.#desyncs.update(session.desyncs, nowMs);
    this.warnings.value = desync.length === 0 ? network : [...desync, ...network];
  }
}

/** One that reconnects is told of already. */
function isIdleOnly({ absent, idle }: Member): boolean {
  return idle && !absent;
}

/** [R17] [R31] Whole seconds until the match begins that is due; null where none is. */
function untilNextS({ room: { rematchAt }, tick }: World): number | null {
  return rematchAt === null ? null : Math.max(0, Math.ceil((rematchAt - tick) / TICK_RATE));
}

/** [V51] The name of the person that had the room play on from a replay, while that begins. */
function takenUpBy({ playsOn, members }: RoomState, tick: number): string {
  if (playsOn === null || tick > playsOn.from + TAKEN_UP_TICKS) return '';
  return members.find(({ id }) => id === playsOn.by)?.name ?? '';
}

/** [R8] The owner, when it came back and runs its room again. */
function findReturned(before: RoomState, room: RoomState): Member | undefined {
  const host = findPerson(room, room.host);
  const isBack = host?.peer === before.owner && !findMemberOf(before, host.peer);
  return isBack ? host : undefined;
}

const CUT_OFF: readonly WarningView[] = [{ kind: 'reconnecting' }];

function goalOf(match: MatchState, room: RoomState, team: Team): GoalView {
  const { ints } = match;
  const scorer = ints[MATCH.scorer]!;
  const assist = ints[MATCH.assist]!;
  return {
    team,
    ownGoal: scorer > 0 && ints[seatInt(scorer - 1, SEAT.team)] !== team,
    scorer: nameAt(room, scorer),
    assist: nameAt(room, assist),
    sun: ints[MATCH.sunScore]!,
    wave: ints[MATCH.waveScore]!,
  };
}

/** @param seatPlusOne as the match state keeps it, 0 = nobody */
function nameAt(room: RoomState, seatPlusOne: number): string {
  return seatPlusOne === 0 ? '' : (findMemberAt(room, toSeat(seatPlusOne - 1))?.name ?? '');
}
