import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import {
  browserCandidates,
  type BrowserName,
  type HostFacts,
  installPlans,
  OVERRIDE,
} from './browser-choice.ts';
import { PROJECT_ROOT } from '../project/source-files.ts';

/** A browser that cannot tell its version within this is taken for broken. */
const VERSION_TIMEOUT_MS = 20_000;

/** The Chromium to test with; refuses when there is none. */
export function findChromium(): Promise<string> {
  const path = find('chromium');
  if (path !== null) return Promise.resolve(path);
  return Promise.reject(
    new Error(
      `no Chromium runs here: npx tsx tools/browsers/ensure-browser.ts, or ${OVERRIDE.chromium}`,
    ),
  );
}

/** For pages that need no window: the headless shell, or else all of Chromium. */
export async function findHeadless(): Promise<string> {
  return find('shell') ?? findChromium();
}

/** A stock Firefox, or null: tests that want one say that they went without. */
export function findFirefox(): string | null {
  return find('firefox');
}

/** Finds Chromium or installs it, and says which in one line. */
export async function ensureChromium(): Promise<string> {
  const path = ensure('chromium');
  return path ?? findChromium();
}

/** The same for the headless shell; null where it cannot be installed. */
export function ensureHeadlessShell(): string | null {
  return ensure('shell');
}

/** The same for Firefox; null where it cannot be installed. */
export function ensureFirefox(): string | null {
  return ensure('firefox');
}

function ensure(browser: BrowserName): string | null {
  const found = find(browser);
  if (found !== null) {
    console.log(`${browser}: ${found}`);
    return found;
  }
  for (const { title, commands } of installPlans(browser, hostFacts())) {
    console.log(`${browser}: not found, installing ${title}`);
    if (!commands.every(runCommand)) continue;
    const installed = find(browser);
    if (installed !== null) return installed;
  }
  console.log(`${browser}: not found`);
  return null;
}

function find(browser: BrowserName): string | null {
  return browserCandidates(browser, hostFacts()).find(runs) ?? null;
}

/** A stub may exist and yet not run, hence the question for its version. */
function runs(path: string): boolean {
  if (!existsSync(path)) return false;
  // There the question would open a window.
  if (process.platform === 'win32') return true;
  return spawnSync(path, ['--version'], { timeout: VERSION_TIMEOUT_MS }).status === 0;
}

function runCommand([command = '', ...args]: readonly string[]): boolean {
  const program = command === 'node' ? process.execPath : command;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(program, args, { cwd: PROJECT_ROOT, env, stdio: 'inherit' }).status === 0;
}

function hostFacts(): HostFacts {
  return {
    platform: process.platform,
    env: process.env,
    isRoot: process.getuid?.() === 0,
    distributions: readDistributions(),
    playwrightChromium: chromium.executablePath(),
  };
}

function readDistributions(): string[] {
  const path = '/etc/os-release';
  if (!existsSync(path)) return [];
  const fields = readFileSync(path, 'utf8').matchAll(/^(?:ID|ID_LIKE)="?([^"\n]*)"?$/gm);
  return [...fields].flatMap(([, value = '']) => value.split(' '));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const args = process.argv.slice(2);
  if (args.some((arg) => arg !== '--firefox')) {
    console.error('usage: ensure-browser.ts [--firefox], which may install what is missing');
    process.exitCode = 2;
  } else {
    await ensureChromium();
    if (args.includes('--firefox')) ensureFirefox();
  }
}
