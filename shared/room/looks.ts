import type { MemberId } from './command.ts';
import { changePerson } from './places.ts';
import { areKit, type Kit } from './kit.ts';
import { TEAM_NONE, TEAM_SUN, type Team } from '../sim/team.ts';
import type { World } from './world.ts';

/** [R35] Bytes of UTF-8: the longest emoji, the flags of a country within a country, take 28. */
export const BADGE_BYTES_MAX = 32;
/** Two letters, as on the wire: an emoji of a family is one grapheme of up to eleven code points. */
const BADGE_CODE_POINTS_MAX = 12;
/** What a person may type. */
export const BADGE_GRAPHEMES_MAX = 2;

/**
 * By number and not by Unicode class, because tables of classes differ from engine to engine: controls,
 * what turns the direction, spaces of no width, halves of pairs. First and last of each range.
 */
const REFUSED = [
  [0x00, 0x1f],
  [0x7f, 0x9f],
  [0x061c, 0x061c],
  [0x200b, 0x200c],
  [0x200e, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0xd800, 0xdfff],
  [0xfeff, 0xfeff],
  [0xfff0, 0xfffb],
] as const;

/** [R35] A person's disc has this text, or none. A text that is none changes nothing. */
export function setBadge(world: World, id: MemberId, badge: string | null): void {
  if (badge === null || isBadge(badge)) changePerson(world, id, { badge });
}

/** [R36] A team looks like this, or as each person chose. */
export function setKit(world: World, team: Team, kit: Kit | null): void {
  if (team === TEAM_NONE || (kit !== null && !areKit(kit))) return;
  const { kits } = world.room;
  world.room = {
    ...world.room,
    kits: team === TEAM_SUN ? { ...kits, sun: kit } : { ...kits, wave: kit },
  };
}

/** [R35] Short, and of nothing that hides or turns what is beside it. */
export function isBadge(text: string): boolean {
  const points = Array.from(text, (char) => char.codePointAt(0)!);
  return points.length > 0 && points.length <= BADGE_CODE_POINTS_MAX && !points.some(isRefused);
}

function isRefused(point: number): boolean {
  return REFUSED.some(([first, last]) => point >= first && point <= last);
}
