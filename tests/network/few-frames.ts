import type { DrivenPage } from '../page/driven-page.ts';

/**
 * Lets a page, not yet opened, draw ten pictures a second. Without a graphics card sixty would take
 * the processor that two netcodes need, and nobody looks at them. Ticks do not come from frames.
 */
export async function drawFewFrames(page: DrivenPage): Promise<void> {
  await page.prepare(() => {
    window.requestAnimationFrame = (draw) => window.setTimeout(() => draw(performance.now()), 100);
    window.cancelAnimationFrame = (handle) => window.clearTimeout(handle);
  });
}
