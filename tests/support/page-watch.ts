import type { LinkReport } from '../../shared/netplay/room-session.ts';
import type { DrivenPage } from './driven-page.ts';
import { measureTicks, type TickFigures, type TickSample } from './tick-gaps.ts';

/** What the page's own meters said, averaged over the watch. */
export type LinkFigures = {
  readonly rttMs: number;
  readonly jitterMs: number;
  /** 0 … 1 */
  readonly loss: number;
  readonly longestSilenceMs: number;
};

export type PageFigures = TickFigures &
  LinkFigures & {
    /** How often the page got to look, of 200 times at best: its share of the processor. */
    readonly looksPerSecond: number;
  };

declare global {
  interface Window {
    __watch?: {
      readonly samples: TickSample[];
      readonly reports: LinkReport[];
      readonly stop: () => void;
    };
  }
}

/** Begins to write down, within the page, which tick it shows when. */
export async function watchTicks(page: DrivenPage): Promise<void> {
  await page.evaluate(() => {
    const samples: TickSample[] = [];
    const reports: LinkReport[] = [];
    // Often enough to see each tick, with time left to play.
    const timer = setInterval(() => {
      const probe = window.__peerball;
      if (probe === undefined) return;
      const stats = probe.stats;
      const stalled = stats?.counts.stalledTicks ?? 0;
      samples.push([performance.now(), probe.tick, stats?.rollbackDepth ?? 0, stalled]);
      if (samples.length % 20 === 0) reports.push(...(probe.reports as LinkReport[]));
    }, 5);
    window.__watch = { samples, reports, stop: () => clearInterval(timer) };
  });
}

export async function takeFigures(page: DrivenPage): Promise<PageFigures> {
  const { samples, reports } = await page.evaluate(() => {
    const watch = window.__watch;
    if (watch === undefined) throw new Error('the page is not watched');
    watch.stop();
    return { samples: watch.samples, reports: watch.reports };
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
    longestSilenceMs: Math.max(...reports.map((report) => report.silentMs)),
  };
}
