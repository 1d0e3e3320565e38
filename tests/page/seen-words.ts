import type { Page } from 'playwright-core';
import type { Gap } from './gaps.ts';

/** A line of text that stood on the page, and when it was first seen after it had not been there. */
export type Seen = { readonly atMs: number; readonly text: string };

/** What a page showed, and when the machine left it no time: nobody hears of it meanwhile. */
export type Witnessed = { readonly seen: readonly Seen[]; readonly blackouts: readonly Gap[] };

declare global {
  interface Window {
    __seen?: Seen[];
    __blackouts?: Gap[];
  }
}

/** Less silence than this nobody speaks of. */
const BLACKOUT_MS = 400;
const LOOK_MS = 50;
/** A silence is noticed, and its words are shown, so much later at most. */
const TOLD_LATE_MS = 3000;

/** What says something of others, of the room or of the connection: notices, chips, steps, errors. */
const WORDS = [
  '[role=status]',
  '[role=alert]',
  '.notice',
  '.chip',
  '.hint',
  '.steps li',
  '.card-title',
  '.member-ready',
  '[data-testid=error]',
].join(',');

/** Writes down, within the page, every such line from now on, however short it stands there. */
export async function watchWords(page: Page): Promise<void> {
  await page.evaluate(
    ([words, lookMs, blackoutMs]) => {
      const seen: Seen[] = [];
      let before = new Set<string>();
      const look = (): void => {
        const now = new Set<string>();
        for (const found of document.querySelectorAll<HTMLElement>(words)) {
          // The innermost says it: what is around it says the same once more.
          if (found.querySelector(words) !== null) continue;
          for (const line of found.innerText.split('\n'))
            if (line.trim() !== '') now.add(line.trim());
        }
        for (const text of now) if (!before.has(text)) seen.push({ atMs: Date.now(), text });
        before = now;
      };
      look();
      new MutationObserver(look).observe(document.body, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
      });
      window.__seen = seen;
      const blackouts: Gap[] = [];
      let lookedMs = Date.now();
      setInterval(() => {
        const nowMs = Date.now();
        if (nowMs - lookedMs > blackoutMs) blackouts.push([lookedMs, nowMs]);
        lookedMs = nowMs;
      }, lookMs);
      window.__blackouts = blackouts;
    },
    [WORDS, LOOK_MS, BLACKOUT_MS] as const,
  );
}

/** All words that the page showed, and the gaps in which it was not read. */
export function readWitness(page: Page): Promise<Witnessed> {
  return page.evaluate(() => ({
    seen: window.__seen ?? [],
    blackouts: window.__blackouts ?? [],
  }));
}

/**
 * What was seen that nothing on the list allows.
 *
 * @param ofSilence true as well while one of the `blackouts` is not long ago
 */
export function untrueAmong(
  seen: readonly Seen[],
  isTrue: readonly RegExp[],
  ofSilence: readonly RegExp[] = [],
  blackouts: readonly Gap[] = [],
): readonly string[] {
  const untrue = seen.filter(({ atMs, text }) => {
    if (isTrue.some((pattern) => pattern.test(text))) return false;
    const wasDark = blackouts.some(
      ([fromMs, toMs]) => atMs >= fromMs && atMs <= toMs + TOLD_LATE_MS,
    );
    return !(wasDark && ofSilence.some((pattern) => pattern.test(text)));
  });
  return [...new Set(untrue.map(({ text }) => text))];
}
