import { expect, test } from 'vitest';
import { browserCandidates, type HostFacts, installPlans } from './browser-choice.ts';

const linux: HostFacts = {
  platform: 'linux',
  env: { PATH: '/usr/bin:/home/ana/bin' },
  isRoot: false,
  distributions: ['fedora'],
  playwrightChromium: '/home/ana/.cache/chrome',
};

function commands(facts: HostFacts): string[] {
  return installPlans('chromium', facts).flatMap((plan) =>
    plan.commands.map((command) => command.join(' ')),
  );
}

test('an executable named by the environment is the only candidate', () => {
  const facts = { ...linux, env: { ...linux.env, PEERBALL_CHROMIUM: '/opt/my/chrome' } };
  expect(browserCandidates('chromium', facts)).toEqual(['/opt/my/chrome']);
  expect(browserCandidates('firefox', facts).length).toBeGreaterThan(1);
});

test('a Chromium named by the environment stands in for the headless shell, unless that is named too', () => {
  const env = { ...linux.env, PEERBALL_CHROMIUM: '/opt/my/chrome' };
  expect(browserCandidates('shell', linux)).toContain('/usr/bin/chromium-headless-shell');
  expect(browserCandidates('shell', { ...linux, env })).toEqual([]);
  const both = { ...env, PEERBALL_CHROMIUM_SHELL: '/opt/my/shell' };
  expect(browserCandidates('shell', { ...linux, env: both })).toEqual(['/opt/my/shell']);
});

test('the headless shell is a package or is gone without', () => {
  expect(installPlans('shell', linux)).toEqual([]);
  const root: HostFacts = { ...linux, isRoot: true, distributions: ['debian'] };
  expect(installPlans('shell', root)).toHaveLength(1);
});

test('an empty override is none', () => {
  const facts = { ...linux, env: { ...linux.env, PEERBALL_CHROMIUM: '' } };
  expect(browserCandidates('chromium', facts).length).toBeGreaterThan(1);
});

test('the path comes first, the usual places next and what Playwright keeps last', () => {
  const candidates = browserCandidates('chromium', linux);
  expect(candidates.slice(0, 2)).toEqual(['/usr/bin/chromium', '/home/ana/bin/chromium']);
  expect(candidates.indexOf('/opt/google/chrome/google-chrome')).toBeGreaterThan(2);
  expect(candidates.at(-1)).toBe('/home/ana/.cache/chrome');
});

test('without a Chromium of Playwright the usual places end the list', () => {
  const candidates = browserCandidates('chromium', { ...linux, playwrightChromium: null });
  expect(candidates.at(-1)).toBe('/opt/google/chrome/chrome');
});

test('a Mac is searched in both folders of applications', () => {
  const facts: HostFacts = { ...linux, platform: 'darwin', env: { PATH: '', HOME: '/Users/ana' } };
  expect(browserCandidates('chromium', facts)).toContain(
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  );
  expect(browserCandidates('firefox', facts)).toContain(
    '/Users/ana/Applications/Firefox.app/Contents/MacOS/firefox',
  );
});

test('Windows is searched with its own separators and endings', () => {
  const env = { Path: String.raw`C:\bin;D:\tools`, ProgramFiles: String.raw`C:\Program Files` };
  const candidates = browserCandidates('chromium', { ...linux, platform: 'win32', env });
  expect(candidates[1]).toBe(String.raw`D:\tools\chromium.exe`);
  expect(candidates).toContain(String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`);
});

test('root on Debian or its kin installs the package and has Playwright to fall back to', () => {
  for (const distributions of [['debian'], ['ubuntu', 'debian']]) {
    expect(commands({ ...linux, isRoot: true, distributions })).toEqual([
      'apt-get update',
      'apt-get install -y --no-install-recommends chromium',
      'node node_modules/playwright-core/cli.js install --with-deps --no-shell chromium',
    ]);
  }
});

test('everybody else has Playwright fetch a Chromium, without packages of the system', () => {
  const alone = 'node node_modules/playwright-core/cli.js install --no-shell chromium';
  expect(commands({ ...linux, distributions: ['debian'] })).toEqual([alone]);
  expect(commands({ ...linux, platform: 'darwin' })).toEqual([alone]);
  expect(commands({ ...linux, platform: 'win32', isRoot: false })).toEqual([alone]);
});

test('Firefox is installed as a package or not at all', () => {
  expect(installPlans('firefox', linux)).toEqual([]);
  const root: HostFacts = { ...linux, isRoot: true, distributions: ['debian'] };
  expect(installPlans('firefox', root)).toHaveLength(1);
});
