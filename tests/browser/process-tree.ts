import { readdirSync, readFileSync } from 'node:fs';

/** Stops a process and all that it started, as a laptop does that is closed; and lets them go on. */
export class ProcessTree {
  readonly #root: number;
  #stopped: readonly number[] = [];

  constructor(root: number) {
    this.#root = root;
  }

  stop(): void {
    this.#stopped = descendantsOf(this.#root);
    this.#signal('SIGSTOP');
  }

  goOn(): void {
    this.#signal('SIGCONT');
    this.#stopped = [];
  }

  #signal(signal: 'SIGSTOP' | 'SIGCONT'): void {
    for (const pid of this.#stopped) {
      try {
        process.kill(pid, signal);
      } catch {
        // It ended by itself meanwhile.
      }
    }
  }
}

/** The process first. Linux only: it reads /proc. */
function descendantsOf(root: number): readonly number[] {
  const parents = new Map<number, number>();
  for (const entry of readdirSync('/proc')) {
    const parent = /^\d+$/.test(entry) ? parentOf(entry) : null;
    if (parent !== null) parents.set(Number(entry), parent);
  }
  const found = [root];
  for (const pid of found) {
    for (const [child, parent] of parents) if (parent === pid) found.push(child);
  }
  return found;
}

function parentOf(pid: string): number | null {
  try {
    // The name in parentheses may hold anything.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return null;
  }
}
