import type { PeerId } from '../../shared/base/peer-id.ts';
import type { Settings } from './settings.ts';

/** How somebody is called on this screen; without `peer`, where the name stands in no room. */
export type CallOf = (name: string, peer?: PeerId) => string;

/** Numbers of those whose names are hidden, in the order in which they were met; forgotten with the page. */
const met = new Map<string, number>();

/**
 * What a person is called while its name is hidden: of everybody to those who watch the screen, else of those who are
 * muted. The own name stays.
 *
 * @param muted their names
 * @param say `Player 3` in the language of the page
 * @returns null where everybody is called as they are
 */
export function aliasing(
  { streamer, nick }: Pick<Settings, 'streamer' | 'nick'>,
  muted: ReadonlyMap<PeerId, string>,
  say: (number: number) => string,
): CallOf | null {
  if (!streamer && muted.size === 0) return null;
  const names = new Set(muted.values());
  return (name, peer) => {
    if (name === nick || name === '') return name;
    const isMuted = peer === undefined ? names.has(name) : muted.has(peer);
    if (!streamer && !isMuted) return name;
    const number = met.get(name) ?? met.size + 1;
    met.set(name, number);
    return say(number);
  };
}
