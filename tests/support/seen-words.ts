import type { Page } from 'playwright-core';

/** A line of text that stood on the page, and when it was first seen after it had not been there. */
export type Seen = { readonly atMs: number; readonly text: string };

declare global {
  interface Window {
    __seen?: Seen[];
  }
}

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
  await page.evaluate((words) => {
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
  }, WORDS);
}

export function seenWords(page: Page): Promise<readonly Seen[]> {
  return page.evaluate(() => window.__seen ?? []);
}

/** What was seen that nothing on the list allows. */
export function untrueAmong(seen: readonly Seen[], isTrue: readonly RegExp[]): readonly string[] {
  const untrue = seen.filter(({ text }) => !isTrue.some((pattern) => pattern.test(text)));
  return [...new Set(untrue.map(({ text }) => text))];
}
