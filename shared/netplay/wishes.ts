import { isCommandAllowed } from '../room/rights.ts';
import { hasPlace, teamLimit, teamSize } from '../room/places.ts';
import type { BotLevelName } from '../room/bots.ts';
import type { BotRequest, MemberId, RoomRequest } from '../room/command.ts';
import { type RoomState, findMember, findPerson, isPerson } from '../room/room-state.ts';
import { kitOf } from '../room/kit.ts';
import { TEAM_NONE, type Team } from '../sim/team.ts';
import { type World, isStopped } from '../room/world.ts';

/** A wish that nobody answers is told to be lost after this, not counting time without a sequencer. */
const LOST_AFTER_MS = 10_000;

export type WishContext = {
  readonly self: MemberId;
  /** What is ordered so far counts as heard. */
  readonly predicted: World;
  readonly final: World;
  readonly term: number;
  /** True while no peer orders ticks. */
  readonly isMoving: boolean;
  readonly nowMs: number;
};

/** `late`: a match had begun before. `lost`: nobody dealt with it, or a map did not come. */
export type MissedWish = { readonly request: RoomRequest; readonly why: 'late' | 'lost' };

/** What this person asked for and the room does not show yet. */
export interface RoomWishes {
  /** The same list as long as nothing changes. */
  readonly open: readonly RoomRequest[];
  /** What came to nothing since the last call. */
  takeMissed(): readonly MissedWish[];
}

type Wish = {
  readonly request: RoomRequest;
  /** In which it was asked for; null while earlier wishes are waited for. */
  term: number | null;
  waitingMs: number;
  /** A map that the whole room waits for by now. */
  isComing: boolean;
};

/**
 * [N40] Keeps what a person asked for until the room shows it: asks again in a new term, since what the
 * old sequencer was told may be gone with it; begins no match before what was chosen first is in the
 * room; and knows what came to nothing.
 */
export class Wishes implements RoomWishes {
  #wishes: readonly Wish[] = [];
  #missed: MissedWish[] = [];
  #open: readonly RoomRequest[] = NOTHING;
  #atMs = 0;

  get open(): readonly RoomRequest[] {
    return this.#open;
  }

  get isIdle(): boolean {
    return this.#wishes.length === 0;
  }

  takeMissed(): readonly MissedWish[] {
    if (this.#missed.length === 0) return NO_MISSED;
    return this.#missed.splice(0);
  }

  /** True when it is to be asked for at once. */
  add(request: RoomRequest, context: WishContext): boolean {
    const { term } = context;
    const others = this.#wishes.filter((wish) => !isSameWish(wish.request, request));
    if (others.length < this.#wishes.length) this.#set(others);
    // What is not allowed is refused where everybody's is.
    if (!KEPT.has(request.type) || !isOpen(request, context)) return true;
    const isHeld = begins(request) && (others.some(isWaitedFor) || isAwaitingMap(request, context));
    if (this.isIdle) this.#atMs = context.nowMs;
    const wish = { request, term: isHeld ? null : term, waitingMs: 0, isComing: false };
    this.#set([...others, wish]);
    return !isHeld;
  }

  /** At every call of the session's `advance`, unless idle; `ask` hands a request to the sequencer. */
  advance(context: WishContext, ask: (request: RoomRequest) => void): void {
    const { nowMs, isMoving } = context;
    const elapsedMs = isMoving ? 0 : nowMs - this.#atMs;
    const missed = this.#missed.length;
    this.#atMs = nowMs;
    const kept = this.#wishes.filter((wish) => this.#follow(wish, context, elapsedMs));
    // A person that begins a match wanted it with what was chosen.
    const isSpoilt = this.#missed.length > missed;
    const left = isSpoilt ? kept.filter(({ term }) => term !== null) : kept;
    if (left.length !== this.#wishes.length) this.#set(left);
    for (const [place, wish] of left.entries()) {
      const isHeld = wish.term === null && left.slice(0, place).some(isWaitedFor);
      if (wish.term === context.term || isHeld) continue;
      if (wish.term === null && isAwaitingMap(wish.request, context)) continue;
      wish.term = context.term;
      ask(wish.request);
    }
  }

  /** False when it is done with. */
  #follow(wish: Wish, context: WishContext, elapsedMs: number): boolean {
    const { request } = wish;
    if (!isOpen(request, context)) return false;
    if (isLate(request, context)) return this.#miss(request, 'late');
    const travels = travellingIn(request);
    if (travels !== null) {
      const isComing = context.predicted.room.coming === travels;
      if (wish.isComing && !isComing) return this.#miss(request, 'lost');
      wish.isComing = isComing;
    }
    if (wish.term !== null && !wish.isComing) wish.waitingMs += elapsedMs;
    return wish.waitingMs < LOST_AFTER_MS || this.#miss(request, 'lost');
  }

  #miss(request: RoomRequest, why: MissedWish['why']): false {
    if (!begins(request)) this.#missed.push({ request, why });
    return false;
  }

  #set(wishes: readonly Wish[]): void {
    this.#wishes = wishes;
    this.#open = wishes.map(({ request }) => request);
  }
}

const NOTHING: readonly RoomRequest[] = [];
const NO_MISSED: readonly MissedWish[] = [];
/** The rest are for this moment only: asked again later they would hit another match. */
const KEPT: ReadonlySet<RoomRequest['type']> = new Set([
  'team',
  'ready',
  'start',
  'rules',
  'stadium',
  'playOn',
  'leave',
  'host',
  'level',
  'here',
  'coHost',
  'badge',
  'kit',
  'lock',
  'kickRate',
  'script',
]);

/** What may begin a match. */
function begins(request: RoomRequest): boolean {
  return request.type === 'start' || request.type === 'ready';
}

/** The room itself waits for a map that is on its way, so nobody has to. */
function isWaitedFor({ request, isComing }: Wish): boolean {
  return !begins(request) && !isComing;
}

/** Being ready is shown to the others meanwhile; the room does not begin by it. */
function isAwaitingMap(request: RoomRequest, { predicted }: WishContext): boolean {
  return request.type === 'start' && predicted.room.coming !== null;
}

const OF_A_MEMBER: ReadonlySet<RoomRequest['type']> = new Set([
  'team',
  'leave',
  'level',
  'coHost',
  'badge',
]);

function memberOf(request: RoomRequest): MemberId | null {
  return 'member' in request ? request.member : null;
}

/** The newer one takes the place of the older one. */
function isSameWish(a: RoomRequest, b: RoomRequest): boolean {
  if (a.type !== b.type) return false;
  if (a.type === 'kit') return b.type === 'kit' && a.team === b.team;
  return !OF_A_MEMBER.has(a.type) || memberOf(a) === memberOf(b);
}

/** Not in the room yet, and still possible. */
function isOpen(request: RoomRequest, { predicted, self }: WishContext): boolean {
  const { room } = predicted;
  // A bot is for this moment only: asked for again, it would be two.
  if (request.type === 'bot' || !isAllowed(room, request, self)) return false;
  switch (request.type) {
    case 'team':
      return canMove(room, request.member, request.team);
    case 'ready':
      return isStopped(predicted) && findPerson(room, self)?.ready !== request.ready;
    case 'start':
      return isStopped(predicted);
    case 'rules':
      return !areSame(room.rules, request.rules);
    case 'stadium':
      return isOtherStadium(room, request.stadium);
    case 'leave':
      return findMember(room, request.member) !== undefined;
    case 'level':
      return playsOtherwise(room, request.member, request.level);
    case 'here':
      return findMember(room, self)?.idle === true;
    case 'host':
      return room.host !== request.member && findMember(room, request.member) !== undefined;
    default:
      return isScriptedOpen(request, room, self);
  }
}

function isAllowed(
  room: RoomState,
  request: Exclude<RoomRequest, BotRequest>,
  by: MemberId,
): boolean {
  const command = request.type === 'playOn' ? { ...request, numbers: [] } : request;
  return isCommandAllowed(room, { ...command, by });
}

/** The room is not as this request would have it. */
function isScriptedOpen(request: RoomRequest, room: RoomState, self: MemberId): boolean {
  switch (request.type) {
    case 'playOn':
      return room.playsOn?.moment !== request.moment;
    case 'coHost':
      return findPerson(room, request.member)?.coHost === !request.coHost;
    case 'badge': {
      const person = findPerson(room, request.member);
      return person !== undefined && person.badge !== request.text;
    }
    case 'kit':
      return !areEqual(kitOf(room.kits, request.team), request.kit);
    case 'lock':
      return room.areTeamsLocked !== request.locked;
    case 'kickRate':
      return !areEqual(room.kickLimit, request.limit);
    case 'script': {
      const me = findPerson(room, self);
      return me?.script !== true || me.filters !== request.filters;
    }
    default:
      return false;
  }
}

/** Both are plain values with their fields in one order, as the room and its codecs make them. */
function areEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** A bot that is there plays on another level. */
function playsOtherwise(room: RoomState, id: MemberId, level: BotLevelName): boolean {
  const bot = findMember(room, id);
  return bot?.type === 'bot' && bot.level !== level;
}

/** The hash or name of what has to be on every machine first; null: nothing has to. */
function travellingIn(request: RoomRequest): string | null {
  if (request.type === 'stadium') return request.stadium;
  return request.type === 'playOn' ? request.moment : null;
}

/** The present one takes back another that is on its way. */
function isOtherStadium(room: RoomState, stadium: string): boolean {
  return room.stadium !== stadium || room.coming !== null;
}

function canMove(room: RoomState, id: MemberId, team: Team): boolean {
  const member = findMember(room, id);
  if (!member || member.team === team) return false;
  if (!isPerson(member)) return team !== TEAM_NONE && teamSize(room, team) < teamLimit(room);
  const waitsThere = team !== TEAM_NONE && member.waits === team;
  return !waitsThere && hasPlace(room, member, team);
}

/** A match is on, and what is final stays so. */
function isLate(request: RoomRequest, { final }: WishContext): boolean {
  const isForBefore = request.type === 'rules' || travellingIn(request) !== null;
  return isForBefore && !isStopped(final);
}

function areSame(a: World['room']['rules'], b: World['room']['rules']): boolean {
  return a.timeLimitMinutes === b.timeLimitMinutes && a.scoreLimit === b.scoreLimit;
}
