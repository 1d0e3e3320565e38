import type { RoomCode } from '../../shared/lobby/ids.ts';
import type { QueueJoin } from '../../shared/lobby/quick.ts';
import type { GuestId } from '../store/room-store.ts';

/** What the queue knows of a person. */
export type QuickPerson = {
  readonly guest: GuestId;
  readonly hand: QueueJoin['hand'];
  /** Points of a rating. */
  readonly skill: number;
  /** ms, there and back between page and lobby. */
  readonly rttMs: number;
  /** [L134] ms, there and back, to the guests to whom this page measured it. */
  readonly ways: ReadonlyMap<GuestId, number>;
};

/** A quick room that takes one more. */
export type QuickOffer = {
  readonly code: RoomCode;
  /** At least one. */
  readonly people: readonly QuickPerson[];
  /** ms for which its only person has waited; null where there are two or more. */
  readonly aloneMs: number | null;
};

/** [L112] Of what a page does not say: the middle of the rating, and a way like most within a country. */
export const UNKNOWN_SKILL = 1000;
export const UNKNOWN_RTT_MS = 30;

/**
 * [L112] How far apart people may be, in points and in ms, at once and for each second that one of them has
 * waited, for so many seconds. Afterwards anybody is better than nobody.
 */
const GAP = { atOnce: 200, perSecond: 100 };
const RTT_MS = { atOnce: 60, perSecond: 12 };
const PATIENCE_S_MAX = 20;

/** [L134] Rooms that suit by skill within so many seconds are worth measuring. */
const NEAR_S = 8;

/** What one point of the cost is, in points of rating and in ms. */
const GAP_OF_COST = 100;
const RTT_MS_OF_COST = 40;
/** A person alone comes first, and more so with each of its first seconds. */
const COST_OF_ALONE = -1;
const ALONE_S_MAX = 8;
/** Uneven teams come before even ones. */
const COST_OF_UNEVEN = -0.5;
/** Thumbs on glass against keys. */
const COST_OF_OTHER_HAND = 0.5;

/**
 * [L112] The room whose people suit best among those that suit at all, by skill gap / 100 + worst RTT / 40;
 * null: better a new room, for now. Among equals the first one.
 *
 * @param waitedMs for how long the person has waited already
 * @param isPicky false: any room is better than none
 */
export function chooseRoom(
  person: QuickPerson,
  offers: readonly QuickOffer[],
  { waitedMs, isPicky = true }: { readonly waitedMs: number; readonly isPicky?: boolean },
): RoomCode | null {
  let best: RoomCode | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const offer of offers) {
    const gap = skillGap(person, offer.people);
    const rttMs = worstRttMs(person, offer.people);
    const waitedS = Math.max(waitedMs, offer.aloneMs ?? 0) / 1000;
    if (isPicky && !(isWithin(GAP, gap, waitedS) && isWithin(RTT_MS, rttMs, waitedS))) continue;
    const cost = gap / GAP_OF_COST + rttMs / RTT_MS_OF_COST + otherCost(person, offer);
    if (cost >= bestCost) continue;
    best = offer.code;
    bestCost = cost;
  }
  return best;
}

/**
 * [L134] The rooms to which the way is worth measuring: those whose people suit, or will within the patience
 * of one that waits, the best by skill first.
 */
export function roomsNear(
  person: QuickPerson,
  offers: readonly QuickOffer[],
  most: number,
): readonly RoomCode[] {
  return offers
    .map((offer) => ({ offer, gap: skillGap(person, offer.people) }))
    .filter(({ gap }) => isWithin(GAP, gap, NEAR_S))
    .map(({ offer, gap }) => ({ ...offer, cost: gap / GAP_OF_COST + otherCost(person, offer) }))
    .sort((a, b) => a.cost - b.cost)
    .slice(0, most)
    .map(({ code }) => code);
}

/** Points between a person and the middle of the people of a room. */
export function skillGap(person: QuickPerson, people: readonly QuickPerson[]): number {
  const sum = people.reduce((all, { skill }) => all + skill, 0);
  return Math.abs(person.skill - sum / people.length);
}

/** ms, there and back, between a person and the one of a room that is farthest away. */
export function worstRttMs(person: QuickPerson, people: readonly QuickPerson[]): number {
  return Math.max(...people.map((other) => rttBetween(person, other)));
}

/**
 * What one of both measured ([L134]). Otherwise their ways to the lobby, and to others that both measured,
 * each taken as the sides of a right angle, the middle of what can be: the shortest of these.
 */
function rttBetween(a: QuickPerson, b: QuickPerson): number {
  const measured = a.ways.get(b.guest) ?? b.ways.get(a.guest);
  if (measured !== undefined) return measured;
  let shortest = Math.hypot(a.rttMs, b.rttMs);
  for (const [guest, rttMs] of a.ways) {
    const other = b.ways.get(guest);
    if (other !== undefined) shortest = Math.min(shortest, Math.hypot(rttMs, other));
  }
  return shortest;
}

function isWithin({ atOnce, perSecond }: typeof GAP, value: number, waitedS: number): boolean {
  return waitedS >= PATIENCE_S_MAX || value <= atOnce + perSecond * waitedS;
}

function otherCost({ hand }: QuickPerson, { people, aloneMs }: QuickOffer): number {
  const isTouch = hand === 'touch';
  const isOther = people.every((other) => (other.hand === 'touch') !== isTouch);
  const handCost = isOther ? COST_OF_OTHER_HAND : 0;
  if (aloneMs === null) return handCost + (people.length % 2 === 1 ? COST_OF_UNEVEN : 0);
  return handCost + COST_OF_ALONE * (1 + Math.min(ALONE_S_MAX, aloneMs / 1000));
}
