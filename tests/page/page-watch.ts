import type { LinkReport } from '../../shared/netplay/session/link-report.ts';
import type { DrivenPage } from './driven-page.ts';
import { measureTicks, type TickFigures, type TickSample } from './tick-gaps.ts';

/** What the page's own meters said, averaged over the watch. */
export type LinkFigures = {
  readonly rttMs: number;
  readonly jitterMs: number;
  /** 0 … 1 */
  readonly loss: number;
  /** The longest time in which nothing came from the other side. */
  readonly longestSilenceMs: number;
  /** Packets that left, and those that were held back because older bytes still waited. */
  readonly sent: number;
  readonly skipped: number;
};

export type PageFigures = TickFigures &
  LinkFigures & {
    /** How often the page got to look, of 200 times at best: its share of the processor. */
    readonly looksPerSecond: number;
  };

type CountedLink = { readonly counters: { readonly sent: number; readonly skipped: number } };

declare global {
  interface Window {
    __watch?: {
      readonly samples: TickSample[];
      readonly reports: LinkReport[];
      readonly before: readonly CountedLink[];
      longestSilenceMs: number;
      timer: number;
    };
  }
}

/** Begins to write down, within the page, which tick it shows when. */
export async function watchTicks(page: DrivenPage): Promise<void> {
  await page.evaluate(() => {
    const before = (window.__peerball?.links ?? []) as CountedLink[];
    // Often enough to see each tick, with time left to play.
    const timer = window.setInterval(() => {
      const probe = window.__peerball;
      const watch = window.__watch;
      if (probe === undefined || watch === undefined) return;
      const { stats } = probe;
      const stalled = stats?.counts.stalledTicks ?? 0;
      watch.samples.push([performance.now(), probe.tick, stats?.rollbackDepth ?? 0, stalled]);
      const heard = probe.reports as LinkReport[];
      for (const { silentMs } of heard) {
        watch.longestSilenceMs = Math.max(watch.longestSilenceMs, silentMs);
      }
      if (watch.samples.length % 20 === 0) watch.reports.push(...heard);
    }, 5);
    window.__watch = { samples: [], reports: [], before, longestSilenceMs: 0, timer };
  });
}

/** Ends the watch on a page and returns its figures. */
export async function takeFigures(page: DrivenPage): Promise<PageFigures> {
  const { samples, reports, before, after, longestSilenceMs } = await page.evaluate(() => {
    const watch = window.__watch;
    if (watch === undefined) throw new Error('the page is not watched');
    window.clearInterval(watch.timer);
    return { ...watch, after: (window.__peerball?.links ?? []) as CountedLink[] };
  });
  const mean = (pick: (report: LinkReport) => number): number =>
    reports.reduce((sum, report) => sum + pick(report), 0) / reports.length;
  const ms = (samples.at(-1)?.[0] ?? 0) - (samples[0]?.[0] ?? 0);
  return {
    ...measureTicks(samples),
    looksPerSecond: (samples.length * 1000) / ms,
    rttMs: mean((report) => report.rttMs),
    jitterMs: mean((report) => report.jitterMs),
    loss: mean((report) => report.loss),
    longestSilenceMs,
    sent: total(after, 'sent') - total(before, 'sent'),
    skipped: total(after, 'skipped') - total(before, 'skipped'),
  };
}

function total(links: readonly CountedLink[], what: 'sent' | 'skipped'): number {
  return links.reduce((sum, { counters }) => sum + counters[what], 0);
}
