import { type Browser, launch } from 'puppeteer-core';

/** Firefox slows timers of pages that nobody looks at, and in tests nobody does. */
const UNTHROTTLED = {
  'dom.min_background_timeout_value': 4,
  'dom.min_background_timeout_value_without_budget_throttling': 4,
  'dom.timeout.enable_budget_timer_throttling': false,
};

/** Playwright cannot drive a stock Firefox, hence the other library. */
export function launchFirefox(executablePath: string): Promise<Browser> {
  return launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    extraPrefsFirefox: UNTHROTTLED,
  });
}
