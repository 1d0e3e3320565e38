import { type BotMemory, createMemoryOf } from '../../shared/bots/bot-memory.ts';
import { BotView } from '../../shared/bots/bot-view.ts';
import { think } from '../../shared/bots/think.ts';
import type { PeerId } from '../../shared/base/peer-id.ts';
import type { LinkReport } from '../../shared/netplay/session/link-report.ts';
import type { SessionState } from '../../shared/netplay/session/session-state.ts';
import { ReplayRecorder } from '../../shared/replay/replay-recorder.ts';
import {
  BY_SEQUENCER,
  type Command,
  type MatchRules,
  type MemberId,
  type RoomRequest,
  toMemberId,
} from '../../shared/room/command.ts';
import { EventBuffer, type MatchEvent } from '../../shared/sim/events.ts';
import { type InputBits, NEUTRAL_INPUT } from '../../shared/sim/input.ts';
import {
  BALL_DISC,
  DISC_STRIDE,
  DISC_X,
  DISC_Y,
  MATCH,
  PHASE,
} from '../../shared/sim/match-state.ts';
import { playerDisc } from '../../shared/sim/physics/arena.ts';
import type { Seat } from '../../shared/sim/seat.ts';
import { MAX_SEATS } from '../../shared/base/room-limits.ts';
import { findMember, isPerson, type Member } from '../../shared/room/room-state.ts';
import type { BotLevelName } from '../../shared/room/bots.ts';
import { stepWorld } from '../../shared/room/step-world.ts';
import { TEAM_NONE, TEAM_SUN } from '../../shared/sim/team.ts';
import { TICK_MS, TICK_RATE } from '../../shared/sim/tick.ts';
import {
  type ArenaSource,
  cloneWorld,
  copyWorld,
  createWorld,
  type World,
} from '../../shared/room/world.ts';
import type { LocalSession } from './local-session.ts';
import { NOBODY_ELSE } from './nobody-else.ts';
import { tellEvents } from './tell-events.ts';

/**
 * More than this at once is skipped: after a stop nobody wants to see it made up for. Below it the
 * page is only slow, as where drawing takes most of the time, and the match keeps its pace.
 */
const CATCH_UP_TICKS = 2 * TICK_RATE;
/** A person who took over a bot's disc and then left the keys alone gives it back. */
const GIVE_BACK_TICKS = 20 * TICK_RATE;
/** The pitch at home is in full play when it is seen first. */
const UNDER_WAY_TICKS = 4 * TICK_RATE;

const SELF = toMemberId(0);

export type PracticeOptions = {
  readonly name: string;
  /** [R35] What the person chose for its disc. */
  readonly badge?: string | null;
  /** In order of seats after the person's; they alternate between the teams. */
  readonly botNames: readonly string[];
  /** What the bot is called that keeps the person's place in `attract`. */
  readonly standIn?: string;
  /** Of all bots; default: regular. */
  readonly level?: BotLevelName;
  readonly arenas: ArenaSource;
  /** The text of a stadium that not everybody has, for the replay. */
  readonly textOf?: (stadium: string) => string | null;
  readonly stadium: string;
  readonly rules: MatchRules;
  readonly seed: number;
  /**
   * True: bots play alone until a button is pressed. The person then has the disc of its team that is
   * nearest to the ball. For the pitch at home.
   */
  readonly attract: boolean;
  /** `attract` begins with a kick-off, and not in full play. */
  readonly isFresh?: boolean;
  /** A match that is under way; left out: a new one of all these. */
  readonly begin?: MatchUnderWay;
};

/** Where a match goes on from. */
export type MatchUnderWay = {
  /** It is this object that goes on. */
  readonly world: World;
  /** The member that the person is. */
  readonly self: MemberId;
};

/** A room with one person and bots, on this machine alone. */
export class PracticeSession implements LocalSession {
  readonly world: World;
  readonly previous: World;
  /** Null when nobody has asked for the match. */
  readonly recorder: ReplayRecorder | null;
  readonly #options: PracticeOptions;
  readonly #commands: Command[] = [];
  readonly #view = new BotView();
  readonly #bots = new Map<MemberId, BotMemory>();
  readonly #inputs = new Uint8Array(MAX_SEATS);
  readonly #buffer = new EventBuffer();
  #events: MatchEvent[] = [];
  #held: InputBits = NEUTRAL_INPUT;
  #idleTicks = GIVE_BACK_TICKS;
  /** The person's number, where it does not take over one bot after another. */
  readonly #self: MemberId;
  /** The member that the person is, or was last. */
  #own: MemberId;
  #ownName: string;
  #state: SessionState = NOBODY_ELSE.state;
  #startMs: number | null = null;
  #isPaused = false;
  #ticks = 0;

  constructor(options: PracticeOptions) {
    this.#options = options;
    this.#ownName = options.standIn ?? options.name;
    this.recorder = options.attract ? null : new ReplayRecorder(options.textOf ?? (() => null));
    const { begin } = options;
    this.#own = this.#self = begin?.self ?? SELF;
    this.world = begin?.world ?? createWorld(options.stadium, options.arenas, options.seed);
    if (!begin) this.world.room = { ...this.world.room, rules: options.rules };
    this.previous = cloneWorld(this.world);
    this.recorder?.begin(this.world);
    if (begin) return;
    const first = options.attract ? this.#ownName : options.name;
    for (const [index, name] of [first, ...options.botNames].entries()) {
      const member = toMemberId(index);
      const peer = (index === 0 ? 'self' : `bot-${index}`) as PeerId;
      this.#commands.push({ type: 'join', member, peer, name, by: BY_SEQUENCER });
    }
    this.#commands.push(...badgeOf(options), { type: 'start', by: SELF });
    for (let ticks = firstTicksOf(options); ticks > 0; ticks -= 1) this.#step();
    this.#events = [];
  }

  get state(): SessionState {
    return this.#state;
  }

  get self(): MemberId | null {
    return this.isPlaying ? this.#own : null;
  }

  /** False while bots play alone. */
  get isPlaying(): boolean {
    return !this.#options.attract || this.#idleTicks < GIVE_BACK_TICKS;
  }

  /** The person is alone with bots: nothing is guessed. */
  get orderedTick(): number {
    return this.world.tick;
  }

  readonly eatenInputs = 0;
  readonly desyncs = [];

  blendAt(nowMs: number): number {
    if (this.#startMs === null) return 1;
    const ticks = (nowMs - this.#startMs) / TICK_MS;
    return Math.min(1, Math.max(0, ticks - this.#ticks));
  }

  /** While it is paused nothing moves, and the time is not made up for afterwards. */
  set isPaused(isPaused: boolean) {
    this.#isPaused = isPaused;
  }

  holdInput(bits: InputBits): void {
    this.#held = bits;
  }

  request(request: RoomRequest): void {
    // Here it is another session that plays on.
    if (request.type === 'playOn') return;
    if (request.type !== 'bot') this.#commands.push({ ...request, by: this.#self });
    else this.#commands.push({ ...request, member: this.#freeNumber(), by: this.#self });
  }

  #freeNumber(): MemberId {
    const taken = [...this.world.room.members, ...this.#commands].map((one) =>
      'id' in one ? one.id : one.type === 'bot' ? one.member : SELF,
    );
    return toMemberId(Math.max(...taken) + 1);
  }

  advance(nowMs: number): void {
    if (this.#state.state !== 'live') return;
    if (this.#isPaused) {
      this.#startMs = nowMs - this.#ticks * TICK_MS;
      return;
    }
    this.#startMs ??= nowMs;
    let due = Math.floor((nowMs - this.#startMs) / TICK_MS) - this.#ticks;
    if (due > CATCH_UP_TICKS) {
      this.#startMs += (due - 1) * TICK_MS;
      due = 1;
    }
    for (; due > 0; due -= 1) {
      this.#step();
      this.#ticks += 1;
    }
  }

  takeEvents(): readonly MatchEvent[] {
    if (this.#events.length === 0) return NO_EVENTS;
    const events = this.#events;
    this.#events = [];
    return events;
  }

  holds(): boolean {
    return true;
  }

  readonly chat = NOBODY_ELSE.chat;

  readonly wishes = NOBODY_ELSE.wishes;

  readonly transfers = [];

  reports(): readonly LinkReport[] {
    return NOBODY_ELSE.reports;
  }

  close(): void {
    this.#state = { state: 'closed', reason: 'left' };
  }

  #step(): void {
    this.#stepOnce();
    // Behind the menu nobody waits for it, so the pitch is alive at the first look.
    while (this.#options.attract && isCountingDown(this.world)) this.#stepOnce();
  }

  #stepOnce(): void {
    const { world, previous } = this;
    const wasPlaying = this.isPlaying;
    this.#idleTicks = this.#held === NEUTRAL_INPUT ? this.#idleTicks + 1 : 0;
    if (this.isPlaying !== wasPlaying) this.#changeHands();
    copyWorld(world, previous);
    this.#readyBots();
    this.sampleInputs();
    this.#buffer.clear();
    stepWorld(world, this.#inputs, this.#commands, this.#options.arenas, this.#buffer);
    this.recorder?.record(world, this.#inputs, this.#commands);
    this.#commands.length = 0;
    tellEvents(this.#buffer, world.tick, this.#events);
  }

  /** At home: the person takes a disc over, or gives it back to its bot, each under its own name. */
  #changeHands(): void {
    if (this.isPlaying) {
      this.#own = this.#nearestToBall();
      this.#ownName = findMember(this.world.room, this.#own)?.name ?? this.#ownName;
      this.#rename(this.#options.name, this.#options.badge);
    } else this.#rename(this.#ownName);
  }

  #rename(name: string, badge: string | null = null): void {
    const { room } = this.world;
    const members = room.members.map((one) =>
      one.id !== this.#own ? one : isPerson(one) ? { ...one, name, badge } : { ...one, name },
    );
    this.world.room = { ...room, members };
  }

  /** Of the person's team, so that the picture need not turn. */
  #nearestToBall(): MemberId {
    const { arena, match, room } = this.world;
    const { discs } = match;
    const away = (disc: number): number => {
      const at = disc * DISC_STRIDE;
      const dx = discs[at + DISC_X]! - discs[BALL_DISC * DISC_STRIDE + DISC_X]!;
      const dy = discs[at + DISC_Y]! - discs[BALL_DISC * DISC_STRIDE + DISC_Y]!;
      return dx * dx + dy * dy;
    };
    let nearest = SELF;
    let least = Number.POSITIVE_INFINITY;
    for (const { id, seat, team } of room.members) {
      if (seat === null || team !== TEAM_SUN) continue;
      const distance = away(playerDisc(arena, seat));
      if (distance >= least) continue;
      least = distance;
      nearest = id;
    }
    return nearest;
  }

  /** Between matches the bots are ready when the person is: it alone decides when it goes on. */
  #readyBots(): void {
    const { world } = this;
    const isWanted = this.#options.attract || findMember(world.room, this.#self)?.ready === true;
    if (!isWanted) return;
    if (world.match.ints[MATCH.phase] !== PHASE.warmUp) return;
    for (const member of world.room.members) {
      const isBot = member.id !== this.#self || this.#options.attract;
      if (isBot && !member.ready && member.team !== TEAM_NONE) {
        this.#commands.push({ type: 'ready', ready: true, by: member.id });
      }
    }
  }

  /** What everybody holds in the next tick. */
  protected sampleInputs(): void {
    const { arena, match, room, tick } = this.world;
    this.#view.see(arena, match, tick);
    for (const member of room.members) {
      if (member.seat === null) continue;
      this.#inputs[member.seat] =
        member.id === this.#own && this.isPlaying ? this.#held : this.thinkFor(member, member.seat);
    }
  }

  /** What a player holds who is not the person, in the next tick. */
  protected thinkFor({ id }: Member, seat: Seat): InputBits {
    return think(this.#view, seat, this.world.tick, this.#memoryOf(id));
  }

  #memoryOf(id: MemberId): BotMemory {
    const known = this.#bots.get(id);
    if (known) return known;
    const memory = createMemoryOf(this.#options.seed, this.#options.level ?? 'regular');
    this.#bots.set(id, memory);
    return memory;
  }
}

function isCountingDown({ match }: World): boolean {
  return match.ints[MATCH.phase] === PHASE.countdown;
}

/** At home the person has another disc each time. */
function badgeOf({ attract, badge = null }: PracticeOptions): readonly Command[] {
  if (attract || badge === null) return [];
  return [{ type: 'badge', member: SELF, text: badge, by: SELF }];
}

const NO_EVENTS: readonly MatchEvent[] = [];

function firstTicksOf({ attract, isFresh = false }: PracticeOptions): number {
  return attract && !isFresh ? UNDER_WAY_TICKS : 1;
}
