import type { Timers } from '../../time/timers.ts';
import type { CreateLights } from '../../view/lights.ts';
import type { PageParts } from './page-parts.ts';

/** Behind the first picture that would show it: what comes with the pitch goes first. */
const AFTER_MS = 500;

/**
 * Brings what is drawn for a moment only, at kicks, contacts and goals, half a second behind
 * the first picture. Null until it is here; where it does not come, the match is played without, and is heard.
 */
export function bringLights(
  loader: Pick<PageParts['loader'], 'load'>,
  timers: Pick<Timers, 'after'>,
): () => CreateLights | null {
  let create: CreateLights | null = null;
  let isAsked = false;
  const bring = async (): Promise<void> => {
    const loaded = await loader.load('lights');
    if (loaded.ok) create = loaded.value.createLights;
  };
  return () => {
    if (!isAsked) timers.after(AFTER_MS, () => void bring());
    isAsked = true;
    return create;
  };
}
