import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { compileTool } from './compile-tool.ts';
import type { Namespaces } from './namespaces.ts';
import type { PacketCounts } from './packet-counts.ts';
import type { LabConditions } from './packet-fate.ts';

/** `impair.c`, compiled and running: what carries packets from one namespace to another. */
export class Forwarder {
  readonly #process: ChildProcessByStdio<Writable, Readable, null>;
  readonly #answers: AsyncIterator<string>;

  private constructor(
    process: ChildProcessByStdio<Writable, Readable, null>,
    answers: AsyncIterator<string>,
  ) {
    this.#process = process;
    this.#answers = answers;
  }

  static async start({ ends }: Namespaces, seed: number): Promise<Forwarder> {
    const folder = mkdtempSync(join(tmpdir(), 'peerball-netlab-'));
    const program = compileTool('impair', folder);
    const args = [String(seed), ...ends.map(({ name }) => name)];
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    const answers = createInterface(child.stdout)[Symbol.asyncIterator]();
    const forwarder = new Forwarder(child, answers);
    const first = await forwarder.#answer();
    // What runs needs its file no more, and a killed run would leave it behind.
    rmSync(folder, { recursive: true });
    if (first !== 'ready') throw new Error(`impair says ${first}`);
    return forwarder;
  }

  /** Says one command, as `impair.c` describes them; returns the answer. */
  async say(command: string): Promise<string> {
    this.#process.stdin.write(`${command}\n`);
    return this.#answer();
  }

  async set({ delayMs, jitterMs, loss, duplicate, reorder }: LabConditions): Promise<void> {
    const shares = `loss ${loss * 100} duplicate ${duplicate * 100} reorder ${reorder * 100}`;
    await this.say(`set delay ${delayMs} jitter ${jitterMs} ${shares}`);
  }

  /** Nothing gets through for `ms` from now on. */
  async cut(ms: number): Promise<void> {
    await this.say(`cut ${ms}`);
  }

  async counts(): Promise<PacketCounts> {
    return parseCounts(await this.say('counts'));
  }

  async stop(): Promise<void> {
    const ended = once(this.#process, 'exit');
    this.#process.stdin.end();
    await ended;
  }

  async #answer(): Promise<string> {
    const { done, value } = await this.#answers.next();
    if (done === true) throw new Error('impair has ended');
    return String(value);
  }
}

function parseCounts(line: string): PacketCounts {
  const found = /^in (\d+) dropped (\d+) out (\d+) late (-?\d+)$/.exec(line);
  if (!found) throw new Error(`impair counts ${line}`);
  const [, taken, dropped, out, lateUs] = found.map(Number);
  return { in: taken!, dropped: dropped!, out: out!, lateMs: lateUs! / 1000 };
}
