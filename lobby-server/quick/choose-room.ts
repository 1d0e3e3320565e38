import type { RoomCode } from '../../shared/lobby/ids.ts';
import type { QueueJoin } from '../../shared/lobby/quick.ts';

/** What the queue knows of a person. */
export type QuickPerson = {
  readonly hand: QueueJoin['hand'];
  /** Points of a rating. */
  readonly skill: number;
  /** ms, there and back between page and lobby. */
  readonly rttMs: number;
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

/** [L112] How far apart people may be at once, and for each second that one of them has waited. */
const GAP = { atOnce: 100, perSecond: 100 };
const RTT_MS = { atOnce: 80, perSecond: 30 };
const PATIENCE_S_MAX = 8;

/** What one point of the cost is, in points of rating and in ms. */
const GAP_OF_COST = 100;
const RTT_MS_OF_COST = 40;
/** A person alone comes first, and more so with each second. */
const COST_OF_ALONE = -1;
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
    const waitedS = Math.min(PATIENCE_S_MAX, Math.max(waitedMs, offer.aloneMs ?? 0) / 1000);
    if (isPicky && !(isWithin(GAP, gap, waitedS) && isWithin(RTT_MS, rttMs, waitedS))) continue;
    const cost = gap / GAP_OF_COST + rttMs / RTT_MS_OF_COST + otherCost(person, offer);
    if (cost >= bestCost) continue;
    best = offer.code;
    bestCost = cost;
  }
  return best;
}

/** Points between a person and the middle of the people of a room. */
export function skillGap(person: QuickPerson, people: readonly QuickPerson[]): number {
  const sum = people.reduce((all, { skill }) => all + skill, 0);
  return Math.abs(person.skill - sum / people.length);
}

/**
 * ms, there and back, between a person and the one of a room that is farthest away. Before two pages have
 * met, only their ways to the lobby are known: taken as the sides of a right angle, the middle of what can be.
 */
export function worstRttMs(person: QuickPerson, people: readonly QuickPerson[]): number {
  return Math.max(
    ...people.map(({ rttMs }) => Math.sqrt(rttMs * rttMs + person.rttMs * person.rttMs)),
  );
}

function isWithin(
  { atOnce, perSecond }: { readonly atOnce: number; readonly perSecond: number },
  value: number,
  waitedS: number,
): boolean {
  return value <= atOnce + perSecond * waitedS;
}

function otherCost({ hand }: QuickPerson, { people, aloneMs }: QuickOffer): number {
  const isTouch = hand === 'touch';
  const isOther = people.every((other) => (other.hand === 'touch') !== isTouch);
  const handCost = isOther ? COST_OF_OTHER_HAND : 0;
  if (aloneMs === null) return handCost + (people.length % 2 === 1 ? COST_OF_UNEVEN : 0);
  return handCost + COST_OF_ALONE * (1 + Math.min(PATIENCE_S_MAX, aloneMs / 1000));
}
