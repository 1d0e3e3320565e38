/** One thing that has to pass, by the name that `--only` takes. */
export type Step = {
  readonly name: string;
  /** True when it passed; what it has to say it prints itself. */
  readonly run: () => boolean | Promise<boolean>;
  /** Run at the same time, one after the other, because this one waits more than it computes. */
  readonly beside?: readonly Step[];
};

export type StepHost = { readonly nowMs: () => number; readonly print: (line: string) => void };

/** What became of a step: a line for the end, and whether it passed. */
type Outcome = { readonly line: string; readonly passed: boolean };

/**
 * Runs the steps one after the other and stops at the first that fails, once those beside it have
 * ended. The last line says how many passed and failed, alone, so that a person or a script finds
 * it. Returns the exit code.
 */
export async function runSteps(steps: readonly Step[], host: StepHost): Promise<number> {
  const outcomes: Outcome[] = [];
  let reached = 0;
  for (const step of steps) {
    const [own, beside] = await Promise.all([
      runStep(step, host),
      runInTurn(step.beside ?? [], host),
    ]);
    outcomes.push(own, ...beside);
    reached += 1;
    if (outcomes.some(({ passed }) => !passed)) break;
  }
  const notRun = allSteps(steps.slice(reached)).map(({ name }) => `not run ${name}`);
  host.print(['', ...outcomes.map(({ line }) => line), ...notRun].join('\n'));
  const failed = outcomes.filter(({ passed }) => !passed).length;
  host.print(`${outcomes.length - failed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

/** The steps that the arguments ask for, or a sentence that says what is wrong with them. */
export function selectSteps(steps: readonly Step[], args: readonly string[]): Step[] | string {
  if (args.length === 0) return [...steps];
  const every = allSteps(steps);
  const [option, name] = args;
  const known = every.map((step) => step.name).join(', ');
  if (option !== '--only' || args.length !== 2) return `usage: [--only <step>], one of ${known}`;
  const chosen = every.filter((step) => step.name === name);
  if (chosen.length === 0) return `no step is called ${name}: ${known}`;
  return chosen.map(({ name: own, run }) => ({ name: own, run }));
}

async function runStep({ name, run }: Step, host: StepHost): Promise<Outcome> {
  host.print(`\n=== ${name} ===`);
  const startedMs = host.nowMs();
  const passed = await run();
  const seconds = ((host.nowMs() - startedMs) / 1000).toFixed(1);
  return { line: `${passed ? 'passed' : 'FAILED'} ${name} ${seconds} s`, passed };
}

/** All of them, whatever becomes of one: the step beside which they run goes on as well. */
async function runInTurn(steps: readonly Step[], host: StepHost): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const step of steps) outcomes.push(await runStep(step, host));
  return outcomes;
}

function allSteps(steps: readonly Step[]): Step[] {
  return steps.flatMap((step) => [step, ...(step.beside ?? [])]);
}
