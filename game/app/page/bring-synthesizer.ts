import type { Synthesizer } from '../../audio/mixer.ts';
import type { PageParts } from './page-parts.ts';

/** Brings what makes the sounds, for a browser that can sound at all. Null: not to be had now. */
export function bringSynthesizer({
  loader,
  desk,
}: Pick<PageParts, 'loader' | 'desk'>): (retry: () => void) => Promise<Synthesizer | null> {
  return async (retry) => {
    if (typeof AudioContext === 'undefined') {
      desk.report('sounds', 'no-audio', retry);
      return null;
    }
    const loaded = await desk.need('sounds', loader.load('synthesizer'), retry);
    return loaded && loaded.synthesizer;
  };
}
