import { OVERRIDE } from './browsers/browser-choice.ts';
import { ensureChromium } from './browsers/ensure-browser.ts';
import { runScript } from './project/run-command.ts';

/** Machines and phones that sleep for up to ten minutes, between real browsers; takes about twelve. */
process.env[OVERRIDE.chromium] = await ensureChromium();

const passed =
  (await runScript('build')) && (await runScript('vitest:sleep', ...process.argv.slice(2)));
console.log(`sleep: ${passed ? 'passed' : 'failed'}`);
process.exitCode = passed ? 0 : 1;
