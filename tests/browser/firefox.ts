import { type Browser, launch } from 'puppeteer-core';

/** Firefox slows timers of pages that nobody looks at, and in tests nobody does. */
const UNTHROTTLED = {
  'dom.min_background_timeout_value': 4,
  'dom.min_background_timeout_value_without_budget_throttling': 4,
  'dom.timeout.enable_budget_timer_throttling': false,
};

export type FirefoxOptions = {
  readonly preferences?: Readonly<Record<string, unknown>>;
  /** Where its window goes, as `DISPLAY` says it; without one it has neither window nor WebGL. */
  readonly display?: string;
};

/** Playwright cannot drive a stock Firefox, hence the other library. */
export function launchFirefox(
  executablePath: string,
  { preferences = {}, display }: FirefoxOptions = {},
): Promise<Browser> {
  return launch({
    browser: 'firefox',
    executablePath,
    headless: display === undefined,
    extraPrefsFirefox: { ...UNTHROTTLED, ...preferences },
    ...(display === undefined ? {} : { env: { ...process.env, DISPLAY: display } }),
  });
}
