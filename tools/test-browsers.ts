import { OVERRIDE } from './browsers/browser-choice.ts';
import { ensureChromium, ensureFirefox, ensureHeadlessShell } from './browsers/ensure-browser.ts';
import { ensureDisplay, ensureTurnServer } from './browsers/ensure-program.ts';
import { runScript, runScriptBeside } from './project/run-command.ts';

/** Every screen in every size: half of the time of all still pages. */
const WALK = 'tests/e2e/screens.test.ts';
/** Pages on which no match is played, and no time judged: they compute all the while, and may do so side by side. */
const STILL_PAGES = [
  WALK,
  'tests/e2e/gallery-words.test.ts',
  'tests/in-browser/golden.test.ts',
  'tests/in-browser/layout-faults.test.ts',
  'tests/in-browser/pitch.test.ts',
];

/** Gets the browsers that are missing, then runs everything that needs real ones. */
const shell = ensureHeadlessShell();
process.env[OVERRIDE.chromium] = await ensureChromium();
process.env[OVERRIDE.shell] = shell ?? '';
if (shell === null)
  console.log('NO HEADLESS SHELL HERE: all of Chromium runs, and takes a third longer');
if (ensureFirefox() === null) console.log('NO FIREFOX HERE: what needs it is left out');
else if (ensureDisplay() === null) console.log('NO XVFB HERE: Firefox plays no match');
if (ensureTurnServer() === null) console.log('NO COTURN HERE: nobody plays over TURN');
const chosen = process.argv.slice(2);
const passed = await (chosen.length > 0 ? runScript('vitest:browsers', ...chosen) : runAll());
process.exitCode = passed ? 0 : 1;

/** Matches have the processor first: beside a walk through all screens a machine is too slow for them. */
async function runAll(): Promise<boolean> {
  const matches = await runScript(
    'vitest:browsers',
    ...STILL_PAGES.flatMap((file) => ['--exclude', file]),
  );
  const still = await Promise.all([
    runScript('vitest:browsers', WALK),
    runScriptBeside(console.log, 'vitest:browsers', ...STILL_PAGES.filter((file) => file !== WALK)),
  ]);
  return [matches, ...still].every(Boolean);
}
