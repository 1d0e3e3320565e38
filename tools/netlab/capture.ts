import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileTool } from './compile-tool.ts';
import { tracesOf, type Trace } from './address-traces.ts';

const READY = 'ready\n';
const LENGTH_BYTES = 4;

/** `capture.c`, compiled and running: all packets of an interface within a namespace. */
export class Capture {
  readonly #process: ChildProcess;
  #bytes: Buffer = Buffer.alloc(0);
  readonly packets: Buffer[] = [];

  private constructor(process: ChildProcess) {
    this.#process = process;
  }

  static async start(namespace: string, device: string): Promise<Capture> {
    const folder = mkdtempSync(join(tmpdir(), 'peerball-netlab-'));
    const program = compileTool('capture', folder);
    const child = spawn('ip', ['netns', 'exec', namespace, program, device], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const capture = new Capture(child);
    const [first] = (await once(child.stdout, 'data')) as [Buffer];
    rmSync(folder, { recursive: true });
    if (!first.subarray(0, READY.length).equals(Buffer.from(READY))) {
      throw new Error(`capture says ${first.toString('latin1')}`);
    }
    capture.#take(first.subarray(READY.length));
    child.stdout.on('data', (chunk: Buffer) => capture.#take(chunk));
    return capture;
  }

  /** Where this address was seen so far. */
  tracesOf(address: string): readonly Trace[] {
    return this.packets.flatMap((packet) => tracesOf(packet, address));
  }

  async stop(): Promise<void> {
    const ended = once(this.#process, 'exit');
    this.#process.kill('SIGKILL');
    await ended;
  }

  #take(chunk: Buffer): void {
    this.#bytes = Buffer.concat([this.#bytes, chunk]);
    for (;;) {
      if (this.#bytes.length < LENGTH_BYTES) return;
      const end = LENGTH_BYTES + this.#bytes.readUInt32LE(0);
      if (this.#bytes.length < end) return;
      this.packets.push(this.#bytes.subarray(LENGTH_BYTES, end));
      this.#bytes = this.#bytes.subarray(end);
    }
  }
}
