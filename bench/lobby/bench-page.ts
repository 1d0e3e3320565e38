import { WebSocket } from 'ws';
import { LOBBY_VERSION, SIM_VERSION, WIRE_VERSION } from '../../shared/version.ts';
import type { LinkSignal, SignalPayload } from '../../shared/lobby/signal.ts';
import { CandidateBunch, unbunch } from '../../game/net/link/candidate-bunch.ts';
import { ManualTimers } from '../../tests/lobby/manual-timers.ts';
import type { ServerKind } from './bench-server.ts';

/** Of two pages that signal to each other. */
export interface BenchPage {
  /** So many signals came from the other. */
  onSignal: (count: number) => void;
  /** Introduces the page to another one: from now on `signal` goes there. */
  meet(other: BenchPage): Promise<void>;
  /** Says what its browser comes by in one turn, as its client would. */
  signal(signals: readonly LinkSignal[]): void;
  close(): void;
}

let pages = 0;
/** What is gathered in one turn is bunched without waiting. */
const timers = new ManualTimers();

/** Connects one page to a server on this machine, over a bare websocket so that the clients cost alike. */
export async function openPage(kind: ServerKind, port: number): Promise<BenchPage> {
  const page = kind === 'peerserver' ? new PeerJsPage(port) : new SocketIoPage(kind, port);
  await page.opened;
  return page;
}

function openSocket(url: string): WebSocket {
  return new WebSocket(url, { perMessageDeflate: false });
}

/** What the client of PeerJS says. */
class PeerJsPage implements BenchPage {
  onSignal: (count: number) => void = () => {};
  readonly opened: Promise<void>;
  readonly #id = `page-${pages++}`;
  readonly #socket: WebSocket;
  readonly #beat: NodeJS.Timeout;
  #other = '';

  constructor(port: number) {
    const id = this.#id;
    this.#socket = openSocket(`ws://127.0.0.1:${port}/peerjs?key=peerjs&id=${id}&token=${id}`);
    this.#beat = setInterval(() => this.#send({ type: 'HEARTBEAT' }), 5000);
    this.opened = new Promise((resolve, reject) => {
      this.#socket.once('error', reject);
      this.#socket.on('message', (data) => {
        const { type } = JSON.parse(String(data)) as { type: string };
        if (type === 'OPEN') resolve();
        else if (type === 'OFFER' || type === 'ANSWER' || type === 'CANDIDATE') this.onSignal(1);
      });
    });
  }

  meet(other: BenchPage): Promise<void> {
    if (other instanceof PeerJsPage) {
      this.#other = other.#id;
      other.#other = this.#id;
    }
    return Promise.resolve();
  }

  signal(signals: readonly LinkSignal[]): void {
    for (const payload of signals) {
      this.#send({ type: payload.type.toUpperCase(), payload, dst: this.#other });
    }
  }

  close(): void {
    clearInterval(this.#beat);
    this.#socket.terminate();
  }

  #send(message: object): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }
}

type Joined = {
  readonly self: string;
  readonly room: {
    readonly code: string;
    readonly members: readonly { readonly id: string; readonly session: number }[];
  };
};

/** What the client of Socket.IO says over a websocket, for the lobby and for a bare server. */
export class SocketIoPage implements BenchPage {
  onSignal: (count: number) => void = () => {};
  readonly opened: Promise<void>;
  readonly #socket: WebSocket;
  readonly #isBare: boolean;
  readonly #answers = new Map<number, (answer: unknown) => void>();
  #asked = 0;
  #id = '';
  #other: unknown = null;

  constructor(kind: ServerKind, port: number) {
    this.#isBare = kind === 'socketio';
    this.#socket = openSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`);
    this.opened = new Promise((resolve, reject) => {
      this.#socket.once('error', reject);
      this.#socket.once('close', () => reject(new Error('a page was put out')));
      this.#socket.on('message', (data) => this.#hear(String(data), resolve));
    });
  }

  async meet(other: BenchPage): Promise<void> {
    if (!(other instanceof SocketIoPage)) return;
    if (this.#isBare) {
      this.#other = other.#id;
      other.#other = this.#id;
      return;
    }
    const mine = await this.createRoom();
    const joined = await other.joinRoom(mine.room.code);
    const [first, second] = joined.room.members;
    this.#other = { to: second?.id, toSession: second?.session };
    other.#other = { to: first?.id, toSession: first?.session };
  }

  async createRoom(): Promise<Joined> {
    return (await this.ask('room:create', { nonce: nonce(), name: 'Ada', max: 8 })) as Joined;
  }

  async joinRoom(code: string): Promise<Joined> {
    return (await this.ask('room:join', { nonce: nonce(), code, name: 'Ben' })) as Joined;
  }

  signal(signals: readonly LinkSignal[]): void {
    if (this.#isBare) {
      for (const signal of signals) this.#emit(['signal', this.#other, signal]);
      return;
    }
    const place = this.#other as object;
    const payloads: SignalPayload[] = [];
    const bunch = new CandidateBunch(timers, (_, payload) => payloads.push(payload));
    for (const signal of signals) bunch.put(1, signal);
    bunch.put(2, { type: 'rebuild' });
    for (const payload of payloads.slice(0, -1)) {
      this.#emit(['signal', { ...place, attempt: 1, generation: 1, payload }]);
    }
  }

  /** The value of the lobby's answer; an error when it refuses. */
  ask(event: string, request: object): Promise<unknown> {
    const number = this.#asked++;
    const answered = new Promise((resolve, reject) => {
      this.#answers.set(number, (answer) => {
        const { ok, value, code } = answer as { ok: boolean; value: unknown; code?: string };
        if (ok) resolve(value);
        else reject(new Error(`${event}: ${code}`));
      });
    });
    this.#emit([event, request], String(number));
    return answered;
  }

  close(): void {
    this.#socket.removeAllListeners('close');
    this.#socket.terminate();
  }

  #emit(message: readonly unknown[], number = ''): void {
    this.#socket.send(`42${number}${JSON.stringify(message)}`);
  }

  #hear(text: string, opened: () => void): void {
    if (text.startsWith('0')) this.#socket.send(`40${this.#isBare ? '' : JSON.stringify(auth())}`);
    else if (text === '2') this.#socket.send('3');
    else if (text.startsWith('40')) {
      this.#id = (JSON.parse(text.slice(2)) as { sid: string }).sid;
      opened();
    } else if (text.startsWith('42["signal"')) {
      this.onSignal(this.#countSignals(text));
    } else if (text.startsWith('43')) this.#hearAnswer(text);
  }

  #countSignals(text: string): number {
    const [, signal] = JSON.parse(text.slice(2)) as [string, { payload: SignalPayload }];
    return this.#isBare ? 1 : unbunch(signal.payload).length;
  }

  #hearAnswer(text: string): void {
    const [, number, answer] = /^43(\d+)(.*)$/s.exec(text) ?? [];
    const [said] = JSON.parse(answer ?? '[null]') as unknown[];
    this.#answers.get(Number(number))?.(said);
    this.#answers.delete(Number(number));
  }
}

function nonce(): string {
  return `nonce-of-the-bench-${String(pages++).padStart(8, '0')}`.slice(-24);
}

function auth(): object {
  return {
    lobbyVersion: LOBBY_VERSION,
    simVersion: SIM_VERSION,
    wireVersion: WIRE_VERSION,
    page: nonce(),
    hidesAddress: false,
  };
}
