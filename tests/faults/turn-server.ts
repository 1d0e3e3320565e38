import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askStun, readIceAddress } from '../../lobby-server/check/ask-turn.ts';
import { freePort } from '../browser/lobby.ts';

const SECRET = 'only-for-tests-on-this-machine';

/** A real coturn at one address of this machine, with a port of its own. */
export class TurnServer {
  /** What a lobby has to be told of it. */
  readonly settings: Readonly<Record<string, string>>;
  readonly #port: number;
  readonly #address: string;
  readonly #folder = mkdtempSync(join(tmpdir(), 'peerball-turn-'));
  #server: ChildProcess | null = null;

  private constructor(port: number, address: string) {
    this.#port = port;
    this.#address = address;
    this.settings = {
      PEERBALL_TURN_URLS: `turn:${address}:${port}`,
      PEERBALL_TURN_SECRET: SECRET,
    };
  }

  /** Nothing answers at its port until it is started. */
  static async create(address = '127.0.0.1'): Promise<TurnServer> {
    return new TurnServer(await freePort(), address);
  }

  start(program: string): void {
    this.#server = spawn(program, ['-n', ...this.#options()], { stdio: 'ignore' });
  }

  /** Starts it, and waits until it answers. */
  async startAndWait(program: string): Promise<void> {
    this.start(program);
    const address = readIceAddress(this.stunUrl)!;
    while ((await askStun(address)) === null);
  }

  get stunUrl(): string {
    return `stun:${this.#address}:${this.#port}`;
  }

  /** Without a goodbye to anybody. */
  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (!server || server.exitCode !== null) return;
    server.kill('SIGKILL');
    await once(server, 'exit');
  }

  /** Stops it, and leaves nothing behind. */
  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #options(): string[] {
    const switches = ['use-auth-secret', 'allow-loopback-peers', 'no-tls', 'no-dtls', 'no-cli'];
    const values = {
      'listening-ip': this.#address,
      'relay-ip': this.#address,
      'listening-port': this.#port,
      'static-auth-secret': SECRET,
      realm: 'peerball.test',
      userdb: join(this.#folder, 'users'),
      pidfile: join(this.#folder, 'pid'),
      'log-file': join(this.#folder, 'log'),
    };
    return [
      ...switches.map((name) => `--${name}`),
      ...Object.entries(values).map(([name, value]) => `--${name}=${value}`),
    ];
  }
}
