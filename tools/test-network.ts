import { OVERRIDE } from './browsers/browser-choice.ts';
import { ensureChromium, ensureFirefox } from './browsers/ensure-browser.ts';
import { ensureDisplay } from './browsers/ensure-program.ts';
import { missingForFirefox, missingForNamespaces } from './netlab/missing-parts.ts';
import { FORM_VARIABLE } from './netlab/network-form.ts';
import { runScript } from './project/run-command.ts';

/** Whole matches between real browsers over a network that is bad; the long form of `npm test`'s. */
process.env[OVERRIDE.chromium] = await ensureChromium();
if (ensureFirefox() !== null) ensureDisplay();
process.env[FORM_VARIABLE] = 'full';

const passed = (await runScript('build')) && (await runScript('vitest:browsers', 'tests/network'));
process.exitCode = passed ? 0 : 1;

// The last lines: what passed may be less than one thinks.
const leftOut = [
  ...missingForFirefox().map((what) => `matches against Firefox (${what})`),
  ...missingForNamespaces().map((what) => `the match between namespaces (${what})`),
];
console.log(leftOut.length > 0 ? `LEFT OUT: ${leftOut.join(', ')}` : 'nothing was left out');
console.log(`network: ${passed ? 'passed' : 'failed'}`);
