import { runScript, runScriptAside } from './project/run-command.ts';
import { runSteps, selectSteps, type Step } from './project/run-steps.ts';

/** Simulated rooms with random networks; the nightly run plays many more. */
const SOAK_SEEDS = 300;

/** What waits for no clock: it takes the time that browsers leave, which wait for half of theirs. */
const IN_VIRTUAL_TIME: readonly Step[] = [
  { name: 'rooms', run: () => runScriptAside(console.log, 'vitest:rooms') },
  { name: 'soak', run: () => runScriptAside(console.log, 'soak', '--seeds', String(SOAK_SEEDS)) },
];

/** Everything that a change has to pass, the quick things first. */
const STEPS: readonly Step[] = [
  { name: 'format', run: () => runScript('format:check') },
  { name: 'lint', run: () => runScript('lint') },
  { name: 'types', run: () => runScript('types') },
  { name: 'unit', run: () => runScript('vitest:unit') },
  { name: 'build', run: () => runScript('build') },
  { name: 'size', run: () => runScript('size') },
  { name: 'browsers', run: () => runScript('test:browsers'), beside: IN_VIRTUAL_TIME },
];

const steps = selectSteps(STEPS, process.argv.slice(2));
if (typeof steps === 'string') {
  console.error(steps);
  process.exitCode = 2;
} else {
  process.exitCode = await runSteps(steps, { nowMs: () => Date.now(), print: console.log });
}
