import { pageClock, steadyMs } from '../../time/page-clock.ts';
import { pageTimers } from '../../time/timers.ts';
import type { AppOptions } from '../app-options.ts';
import { WakeUp } from '../room/wake-up.ts';

type BrowserPorts = Pick<
  AppOptions,
  'origin' | 'timers' | 'isHidden' | 'wakeUp' | 'makeSeed' | 'reload'
>;

const SEEDS = 0x1_0000_0000;

/** What the app needs of a browser, whatever the page is made of: time, chance and the tab itself. */
export function createBrowserPorts(): BrowserPorts {
  return {
    origin: location.origin,
    timers: pageTimers,
    isHidden: () => document.hidden,
    wakeUp: new WakeUp({ clock: pageClock, steadyMs }),
    makeSeed: () => Math.floor(Math.random() * SEEDS),
    reload: () => location.reload(),
  };
}
