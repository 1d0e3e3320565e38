import { drawsPictures, hasPicture, inColours } from './badge.ts';

const FIRST = [
  'Swift',
  'Calm',
  'Brave',
  'Quiet',
  'Lucky',
  'Bright',
  'Nimble',
  'Clever',
  'Sunny',
  'Merry',
  'Bold',
  'Happy',
  'Rapid',
  'Steady',
  'Witty',
  'Gentle',
] as const;
const SECOND = [
  'Otter',
  'Falcon',
  'Lynx',
  'Heron',
  'Badger',
  'Fox',
  'Marten',
  'Robin',
  'Panda',
  'Gecko',
  'Koala',
  'Tiger',
  'Puffin',
  'Bison',
  'Moose',
  'Raven',
] as const;

/** A nick such as 'Swift Otter' for somebody who has not chosen one. `random` gives 0 … 1. */
export function makeNickname(random: () => number): string {
  return `${pick(FIRST, random)} ${pick(SECOND, random)}`;
}

function pick(words: readonly string[], random: () => number): string {
  return words[Math.floor(random() * words.length) % words.length]!;
}

const LABEL_LETTERS = 2;

/**
 * What stands on a member's disc: what was said for it, else letters of its name; those too where this
 * machine cannot draw it.
 *
 * @param draws whether this machine draws a text with a picture
 */
export function discLabel(
  { name, badge }: { readonly name: string; readonly badge?: string | null },
  draws: (text: string) => boolean = drawsPictures,
): string {
  const isDrawn = badge && (!hasPicture(badge) || draws(badge));
  return isDrawn ? inColours(badge) : initials(name);
}

/** One or two letters for a disc: the first ones of the first words. */
export function initials(name: string): string {
  // A mark is no end of a word: most words of India have some.
  const words = name.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? [];
  const letters = words.map((word) => [...word][0]!.toLocaleUpperCase('en'));
  return letters.slice(0, LABEL_LETTERS).join('') || '?';
}
