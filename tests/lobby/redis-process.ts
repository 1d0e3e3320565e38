import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { Redis } from 'ioredis';

const PROGRAM = 'redis-server';
const START_MS = 5000;

/** False where no Redis is installed; says so on the terminal, so that nobody takes "skipped" for "passed". */
export function hasRedis(): boolean {
  const isThere = spawnSync(PROGRAM, ['--version']).status === 0;
  if (!isThere) {
    process.stderr.write(`SKIPPED: ${PROGRAM} is not installed, and what needs it is not tested\n`);
  }
  return isThere;
}

/** A Redis of our own on a free port, without a file; `kill` is as pulling the plug. */
export class RedisProcess {
  readonly port: number;
  child!: ChildProcess;

  private constructor(port: number) {
    this.port = port;
  }

  static async start(): Promise<RedisProcess> {
    const redis = new RedisProcess(await freePort());
    await redis.startAgain();
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** On the same port, with nothing in it. */
  async startAgain(): Promise<void> {
    const settings = ['--port', String(this.port), '--bind', '127.0.0.1', '--save', ''];
    this.child = spawn(PROGRAM, [...settings, '--appendonly', 'no'], { stdio: 'ignore' });
    const client = new Redis(this.url, { retryStrategy: () => 20, maxRetriesPerRequest: null });
    client.on('error', () => {});
    const late = new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error(`${PROGRAM} did not start`)), START_MS).unref();
    });
    await Promise.race([client.ping(), late]).finally(() => client.disconnect());
  }

  async clear(): Promise<void> {
    const client = new Redis(this.url);
    await client.flushall();
    client.disconnect();
  }

  kill(): Promise<void> {
    const gone = new Promise<void>((resolve) => this.child.once('exit', () => resolve()));
    this.child.kill('SIGKILL');
    return gone;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
