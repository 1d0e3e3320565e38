import { spawn } from 'node:child_process';

/** ms: a process that ends sooner than this again and again is broken, and is begun more slowly. */
const SHORT_LIFE_MS = 5_000;
const PAUSE_MS = 2_000;

/**
 * Runs this very command without `--restart`, and begins it again whenever it ends without having been told
 * to. Resolves with the code of the last one.
 */
export async function keepRunning(
  words: readonly string[],
  log: (line: string) => void,
): Promise<number> {
  let shortLives = 0;
  for (;;) {
    const beganMs = performance.now();
    const end = await runOnce(words, log);
    if (end.isMeant) return end.code;
    shortLives = performance.now() - beganMs < SHORT_LIFE_MS ? shortLives + 1 : 0;
    log(`the process ended (${end.how}), begun again`);
    const pauseMs = pauseBefore(shortLives);
    if (pauseMs > 0) await new Promise((resolve) => void setTimeout(resolve, pauseMs));
  }
}

/**
 * ms before the next process. One that was killed soon after its beginning is not yet broken.
 *
 * @param shortLives processes that ended soon, one behind the other
 */
export function pauseBefore(shortLives: number): number {
  return shortLives > 1 ? PAUSE_MS : 0;
}

type End = { readonly isMeant: boolean; readonly code: number; readonly how: string };

function runOnce(words: readonly string[], log: (line: string) => void): Promise<End> {
  const own = process.argv[1]!;
  // The channel is for its end alone: a child whose parent was killed would play on, and twice.
  const child = spawn(process.execPath, [...process.execArgv, own, ...words], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  log(`process ${child.pid ?? 'none'}`);
  let isMeant = false;
  const pass = (signal: NodeJS.Signals): void => {
    isMeant = true;
    child.kill(signal);
  };
  process.on('SIGINT', pass).on('SIGTERM', pass);
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => {
      process.off('SIGINT', pass).off('SIGTERM', pass);
      resolve({ isMeant: isMeant || code === 0, code: code ?? 1, how: signal ?? String(code) });
    });
    child.once('error', (problem) => resolve({ isMeant: true, code: 1, how: problem.message }));
  });
}
