import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { SoakPlan } from '../../tests/simulation/soak-run.ts';
import type { SoakOutcome } from './soak-worker.ts';

const WORKER = fileURLToPath(new URL('soak-worker.ts', import.meta.url));

/** Plays all plans, one process a processor core; outcomes are told as they come. */
export async function playAll(
  plans: readonly SoakPlan[],
  tell: (outcome: SoakOutcome) => void,
): Promise<void> {
  const waiting = [...plans].toReversed();
  const jobs = Math.min(availableParallelism(), plans.length);
  await Promise.all(Array.from({ length: jobs }, () => playWaiting(fork(WORKER), waiting, tell)));
}

function playWaiting(
  worker: ChildProcess,
  waiting: SoakPlan[],
  tell: (outcome: SoakOutcome) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const next = (): void => {
      const plan = waiting.pop();
      if (plan) worker.send(plan);
      else worker.kill();
    };
    worker.on('message', (outcome: SoakOutcome) => {
      tell(outcome);
      next();
    });
    worker.on('error', reject);
    worker.on('exit', (code, signal) => {
      if (signal === 'SIGTERM') resolve();
      else reject(new Error(`a process of the soak ended by itself (${code ?? signal})`));
    });
    next();
  });
}
