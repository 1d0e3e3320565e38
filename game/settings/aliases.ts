import type { Settings } from './settings.ts';

/** Numbers of those whose names are hidden, in the order in which they were met; forgotten with the page. */
const met = new Map<string, number>();

/**
 * What a person is called while names are hidden; the own name stays.
 *
 * @param say `Player 3` in the language of the page
 * @returns null where everybody is called as they are
 */
export function aliasing(
  { streamer, nick }: Pick<Settings, 'streamer' | 'nick'>,
  say: (number: number) => string,
): ((name: string) => string) | null {
  if (!streamer) return null;
  return (name) => {
    if (name === nick || name === '') return name;
    const number = met.get(name) ?? met.size + 1;
    met.set(name, number);
    return say(number);
  };
}
