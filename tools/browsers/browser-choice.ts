import { posix, win32 } from 'node:path';

/** `shell` is Chromium without windows: it loads pages and draws them, and spends a third less time on it. */
export type BrowserName = 'chromium' | 'shell' | 'firefox';

/** All that the choice depends on, so that it can be tested for machines we do not have. */
export type HostFacts = {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isRoot: boolean;
  /** `ID` and `ID_LIKE` of a Linux distribution. */
  readonly distributions: readonly string[];
  /** Where Playwright keeps a Chromium of its own, whether or not it is there. */
  readonly playwrightChromium: string | null;
};

/** Ways to install, in the order to try them; each is a list of commands. */
export type InstallPlan = {
  readonly title: string;
  readonly commands: readonly (readonly string[])[];
};

/** Names an executable that is used, or complained about, instead of searching. */
export const OVERRIDE: Readonly<Record<BrowserName, string>> = {
  chromium: 'PEERBALL_CHROMIUM',
  shell: 'PEERBALL_CHROMIUM_SHELL',
  firefox: 'PEERBALL_FIREFOX',
};

const NAMES: Readonly<Record<BrowserName, readonly string[]>> = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'],
  shell: ['chromium-headless-shell', 'chrome-headless-shell'],
  firefox: ['firefox-esr', 'firefox'],
};

const DEBIAN_PACKAGES: Readonly<Record<BrowserName, string>> = {
  chromium: 'chromium',
  shell: 'chromium-headless-shell',
  firefox: 'firefox-esr',
};

const MAC_APPS: Readonly<Record<BrowserName, readonly string[]>> = {
  chromium: [
    'Google Chrome.app/Contents/MacOS/Google Chrome',
    'Chromium.app/Contents/MacOS/Chromium',
    'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  shell: [],
  firefox: ['Firefox.app/Contents/MacOS/firefox'],
};

const WINDOWS_APPS: Readonly<Record<BrowserName, readonly string[]>> = {
  chromium: [
    String.raw`Google\Chrome\Application\chrome.exe`,
    String.raw`Chromium\Application\chrome.exe`,
    String.raw`Microsoft\Edge\Application\msedge.exe`,
  ],
  shell: [],
  firefox: [String.raw`Mozilla Firefox\firefox.exe`],
};

/** Paths where the browser may be, the preferred first; none of them need exist. */
export function browserCandidates(browser: BrowserName, facts: HostFacts): string[] {
  const override = facts.env[OVERRIDE[browser]];
  if (override !== undefined && override !== '') return [override];
  // Chromium named by a person is meant for every page.
  if (browser === 'shell' && (facts.env[OVERRIDE.chromium] ?? '') !== '') return [];
  const own = browser === 'chromium' ? facts.playwrightChromium : null;
  return [
    ...onPath(browser, facts),
    ...usualPlaces(browser, facts),
    ...(own === null ? [] : [own]),
  ];
}

/**
 * How to install the browser here. Ubuntu's package may be a stub that only points at a snap, so
 * what a plan installed must be searched for again before the next plan is given up.
 */
export function installPlans(browser: BrowserName, facts: HostFacts): InstallPlan[] {
  const plans: InstallPlan[] = [];
  const isDebian = facts.distributions.includes('debian') || facts.distributions.includes('ubuntu');
  if (facts.platform === 'linux' && isDebian && facts.isRoot) {
    const name = DEBIAN_PACKAGES[browser];
    plans.push({
      title: `the Debian package ${name}`,
      commands: [
        ['apt-get', 'update'],
        ['apt-get', 'install', '-y', '--no-install-recommends', name],
      ],
    });
  }
  // Playwright's Firefox is patched; the tests drive a stock one.
  if (browser === 'chromium') {
    const needsLibraries = facts.platform === 'linux' && facts.isRoot;
    const install = ['install', ...(needsLibraries ? ['--with-deps'] : []), '--no-shell', browser];
    plans.push({
      title: "Playwright's Chromium",
      commands: [['node', 'node_modules/playwright-core/cli.js', ...install]],
    });
  }
  return plans;
}

function onPath(browser: BrowserName, { platform, env }: HostFacts): string[] {
  const isWindows = platform === 'win32';
  const { delimiter, join } = isWindows ? win32 : posix;
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter((part) => part !== '');
  return NAMES[browser].flatMap((name) =>
    folders.map((folder) => join(folder, isWindows ? `${name}.exe` : name)),
  );
}

function usualPlaces(browser: BrowserName, { platform, env }: HostFacts): string[] {
  if (platform === 'win32') {
    const roots = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']];
    return roots
      .filter((root) => root !== undefined)
      .flatMap((root) => WINDOWS_APPS[browser].map((app) => win32.join(root, app)));
  }
  if (platform === 'darwin') {
    const roots = ['/Applications', posix.join(env['HOME'] ?? '/', 'Applications')];
    return roots.flatMap((root) => MAC_APPS[browser].map((app) => posix.join(root, app)));
  }
  const folders = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'];
  return folders.flatMap((folder) => NAMES[browser].map((name) => posix.join(folder, name)));
}
