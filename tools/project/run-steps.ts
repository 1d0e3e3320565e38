/** One thing that has to pass, by the name that `--only` takes. */
export type Step = {
  readonly name: string;
  /** True when it passed; what it has to say it prints itself. */
  readonly run: () => boolean | Promise<boolean>;
};

export type StepHost = { readonly nowMs: () => number; readonly print: (line: string) => void };

/**
 * Runs the steps one after the other and stops at the first that fails. The last line says how
 * many passed and failed, alone, so that a person or a script finds it. Returns the exit code.
 */
export async function runSteps(steps: readonly Step[], host: StepHost): Promise<number> {
  const times: string[] = [];
  let failed = 0;
  for (const { name, run } of steps) {
    host.print(`\n=== ${name} ===`);
    const startedMs = host.nowMs();
    const passed = await run();
    const seconds = ((host.nowMs() - startedMs) / 1000).toFixed(1);
    times.push(`${passed ? 'passed' : 'FAILED'} ${name} ${seconds} s`);
    if (!passed) {
      failed = 1;
      break;
    }
  }
  const notRun = steps.slice(times.length).map(({ name }) => `not run ${name}`);
  host.print(['', ...times, ...notRun].join('\n'));
  host.print(`${times.length - failed} passed, ${failed} failed`);
  return failed;
}

/** The steps that the arguments ask for, or a sentence that says what is wrong with them. */
export function selectSteps(steps: readonly Step[], args: readonly string[]): Step[] | string {
  if (args.length === 0) return [...steps];
  const [option, name] = args;
  const known = steps.map((step) => step.name).join(', ');
  if (option !== '--only' || args.length !== 2) return `usage: [--only <step>], one of ${known}`;
  const chosen = steps.filter((step) => step.name === name);
  return chosen.length > 0 ? chosen : `no step is called ${name}: ${known}`;
}
