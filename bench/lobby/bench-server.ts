import { fork, type ChildProcess } from 'node:child_process';
import { buildServer } from './build-server.ts';

/** What signals between pages: the lobby, PeerServer of PeerJS, or a Socket.IO server of five lines. */
export type ServerKind = 'peerball' | 'peerserver' | 'socketio';

/** What a server process says of itself: CPU time since its start in ms, memory after a collection in bytes. */
export type Figures = { readonly cpuMs: number; readonly rss: number; readonly heap: number };

let built: Promise<string> | null = null;

/** One of the servers, as a process of its own. */
export class BenchServer {
  readonly port: number;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, port: number) {
    this.#child = child;
    this.port = port;
  }

  static async start(kind: ServerKind): Promise<BenchServer> {
    built ??= buildServer();
    const child = fork(await built, [kind], { execArgv: ['--expose-gc'] });
    return new BenchServer(child, Number(await hear(child)));
  }

  async figures(): Promise<Figures> {
    const heard = hear(this.#child);
    this.#child.send('figures');
    return (await heard) as Figures;
  }

  /** CPU time alone, without the collection that costs some. */
  async cpuMs(): Promise<number> {
    const heard = hear(this.#child);
    this.#child.send('cpu');
    return Number(await heard);
  }

  async end(): Promise<void> {
    const gone = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.disconnect();
    await gone;
  }
}

/** The next thing that a server process says; an error when it ends instead. */
function hear(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = (): void => reject(new Error('a server ended early'));
    child.once('exit', ended);
    child.once('message', (said) => {
      child.off('exit', ended);
      resolve(said);
    });
  });
}
