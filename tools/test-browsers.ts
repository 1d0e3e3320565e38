import { OVERRIDE } from './browsers/browser-choice.ts';
import { ensureChromium, ensureFirefox, ensureHeadlessShell } from './browsers/ensure-browser.ts';
import { ensureDisplay, ensureTurnServer } from './browsers/ensure-program.ts';
import { runScript } from './project/run-command.ts';

/** Gets the browsers that are missing, then runs everything that needs real ones. */
const shell = ensureHeadlessShell();
process.env[OVERRIDE.chromium] = await ensureChromium();
process.env[OVERRIDE.shell] = shell ?? '';
if (shell === null)
  console.log('NO HEADLESS SHELL HERE: all of Chromium runs, and takes a third longer');
if (ensureFirefox() === null) console.log('NO FIREFOX HERE: what needs it is left out');
else if (ensureDisplay() === null) console.log('NO XVFB HERE: Firefox plays no match');
if (ensureTurnServer() === null) console.log('NO COTURN HERE: nobody plays over TURN');
process.exitCode = (await runScript('vitest:browsers', ...process.argv.slice(2))) ? 0 : 1;
