import { io, type Socket } from 'socket.io-client';
import { LobbyClient } from '../../../game/net/lobby/lobby-client.ts';
import type { Result } from '../../../shared/base/result.ts';
import type { JoinedRoom } from '../../../shared/lobby/room.ts';
import { type LobbyProcess, residentMb } from '../lobby-process.ts';
import { honestAuth, roomWhere, value } from '../lobby-under-test.ts';
import { hostileFrame, type Known } from './hostile-frames.ts';
import type { Check } from './hostile-run.ts';
import { seededRandom } from './seeded-random.ts';

export type FramesReport = {
  readonly frames: number;
  readonly seconds: number;
  /** Connections that the server ended. */
  readonly expelled: number;
  /** ms that a signal takes between two honest pages, 99 of 100, before the attack and in it. */
  readonly honestMs: { readonly before: number; readonly during: number };
  /**
   * Of the process that grew most, since the first tenth of the frames and since before all; null where the system
   * does not tell. What V8 takes for new objects, some 25 MB, grows once with the first load.
   */
  readonly grownMb: number | null;
  readonly grownInAllMb: number | null;
  readonly checks: readonly Check[];
};

const ATTACKERS = 8;
const AT_ONCE = 20;
/** Between two signals of the honest pair; the limit is 30 a second. */
const HONEST_EVERY_MS = 50;
const BASELINE_MS = 2000;
const SIGNAL_MS = 5000;
const ANSWER_MS = 3000;
const SETTLE_MS = 3000;
const GROWTH_MB = 30;
/** Of the frames; what a process grows by in these it would with honest pages. */
const WARM_UP = 0.1;

/**
 * Sends many hostile messages over websockets and long polling, beside two honest pages, and says what became of it.
 *
 * @param nodes the processes of one lobby: the honest two are on the first and on the last, the attackers on all
 */
export async function runHostileFrames(
  nodes: readonly [LobbyProcess, ...LobbyProcess[]],
  plan: { readonly frames: number; readonly seed: number },
): Promise<FramesReport> {
  const urls = [nodes[0].url, nodes.at(-1)!.url] as const;
  const pair = await HonestPair.open(urls);
  const bystander = await HonestPair.open(urls);
  const areAlive = (): boolean => nodes.every(({ child }) => child.exitCode === null);
  const outputs = (): string => nodes.map(({ output }) => output()).join('');
  const foreign: string[] = [];
  bystander.hearAll((what) => foreign.push(what));
  await pair.measure(BASELINE_MS);
  const before = percentile99(pair.takeTimes());
  const memoryMb = (): (number | null)[] =>
    nodes.map(({ child }) => (child.exitCode === null ? residentMb(child.pid!) : null));
  const firstMb = memoryMb();
  let warmMb: (number | null)[] | null = null;

  const random = seededRandom(plan.seed);
  const startedMs = performance.now();
  let sent = 0;
  let expelled = 0;
  const attackers = { isOver: false };
  const attack = async (url: string, transport: 'websocket' | 'polling'): Promise<void> => {
    let socket = await connectTo(url, transport);
    while (sent < plan.frames && areAlive()) {
      if (!socket.connected) {
        expelled += 1;
        socket.disconnect();
        socket = await connectTo(url, transport);
      }
      if (sent >= plan.frames * WARM_UP) warmMb ??= memoryMb();
      sent += AT_ONCE;
      await sendSome(socket, random, bystander.known);
    }
    socket.disconnect();
  };
  const honest = (async () => {
    while (!attackers.isOver) await pair.measure(HONEST_EVERY_MS);
  })();
  await Promise.all(
    Array.from({ length: ATTACKERS }, (_, at) => {
      const { url } = nodes[Math.floor(at / 2) % nodes.length]!;
      return attack(url, at % 2 === 0 ? 'websocket' : 'polling');
    }),
  );
  attackers.isOver = true;
  await honest;
  const seconds = (performance.now() - startedMs) / 1000;
  const during = percentile99(pair.takeTimes());
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  const lastMb = memoryMb();
  const grownMb = mostGrown(warmMb ?? firstMb, lastMb);
  const errors = outputs().match(/^.*"level":"error".*$/gm) ?? [];
  const isServing = await pair.isServed();
  // Leaving is heard, too.
  const reached = [...foreign];
  pair.close();
  bystander.close();
  return {
    frames: sent,
    seconds,
    expelled,
    honestMs: { before, during },
    grownMb,
    grownInAllMb: mostGrown(firstMb, lastMb),
    checks: [
      check('every process lives', areAlive(), outputs().slice(-300)),
      check('nothing reached a stranger', reached.length === 0, reached[0]),
      check('honest signals all arrived', pair.lost === 0, `${pair.lost} were lost`),
      check('honest pages are served afterwards', isServing, 'no signal arrived'),
      check('nothing failed inside', errors.length === 0, errors[0]),
      check(
        `memory grows by less than ${GROWTH_MB} MB`,
        (grownMb ?? 0) < GROWTH_MB,
        `${grownMb} MB`,
      ),
    ],
  };
}

/** Two pages in one room that send each other signals, as pages that connect do. */
class HonestPair {
  lost = 0;
  readonly #ada: LobbyClient;
  readonly #bob: LobbyClient;
  readonly #joined: JoinedRoom;
  readonly #host: JoinedRoom;
  #times: number[] = [];
  #attempt = 0;
  readonly #waiting = new Map<number, () => void>();

  private constructor(ada: LobbyClient, bob: LobbyClient, host: JoinedRoom, joined: JoinedRoom) {
    this.#ada = ada;
    this.#bob = bob;
    this.#host = host;
    this.#joined = joined;
    ada.watchRoom({
      onRoom: () => {},
      onEnd: () => {},
      onSignal: ({ attempt }) => this.#waiting.get(attempt)?.(),
    });
  }

  static async open(urls: readonly [string, string]): Promise<HonestPair> {
    const [ada, bob] = [new LobbyClient({ url: urls[0] }), new LobbyClient({ url: urls[1] })];
    const host = value(await patiently(() => ada.createRoom('Ada')));
    const joined = value(await patiently(() => bob.joinRoom(host.room.code, 'Bob')));
    // What both hear of that is theirs.
    for (const client of [ada, bob]) await roomWhere(client, ({ members }) => members.length === 2);
    return new HonestPair(ada, bob, host, joined);
  }

  get known(): Known {
    return { code: this.#host.room.code, member: this.#host.self };
  }

  /** Anything that they hear is more than they should. */
  hearAll(tell: (what: string) => void): void {
    for (const client of [this.#ada, this.#bob]) {
      client.watchRoom({
        onRoom: (room) => tell(`room ${room.members.length}`),
        onSignal: () => tell('signal'),
        onEnd: (end) => tell(`end ${end}`),
        onRelayed: () => tell('frame'),
      });
    }
  }

  async measure(ms: number): Promise<void> {
    const untilMs = performance.now() + ms;
    do {
      await this.#signal();
      await new Promise((resolve) => setTimeout(resolve, HONEST_EVERY_MS));
    } while (performance.now() < untilMs);
  }

  takeTimes(): number[] {
    const times = this.#times;
    this.#times = [];
    return times;
  }

  async isServed(): Promise<boolean> {
    const { lost } = this;
    await this.#signal();
    return this.lost === lost;
  }

  close(): void {
    this.#ada.close();
    this.#bob.close();
  }

  async #signal(): Promise<void> {
    const attempt = ++this.#attempt;
    const startMs = performance.now();
    const isHeard = await new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => resolve(false), SIGNAL_MS);
      this.#waiting.set(attempt, () => {
        clearTimeout(timer);
        resolve(true);
      });
      const { members } = this.#joined.room;
      const { session } = members.find(({ id }) => id === this.#host.self)!;
      const to = { to: this.#host.self, toSession: session, attempt, generation: 1 };
      this.#bob.sendSignal({ ...to, payload: { type: 'rebuild' } });
    });
    this.#waiting.delete(attempt);
    if (isHeard) this.#times.push(performance.now() - startMs);
    else this.lost += 1;
  }
}

/** The address has opened as many rooms a minute as it may: it waits. */
async function patiently(
  ask: () => Promise<Result<JoinedRoom, { readonly retryMs?: number | undefined }>>,
): Promise<Result<JoinedRoom, { readonly retryMs?: number | undefined }>> {
  for (;;) {
    const answer = await ask();
    if (answer.ok || answer.error.retryMs === undefined) return answer;
    const { retryMs } = answer.error;
    await new Promise((resolve) => setTimeout(resolve, retryMs));
  }
}

async function sendSome(socket: Socket, random: () => number, known: Known): Promise<void> {
  const gone = new Promise((resolve) => {
    socket.once('disconnect', resolve);
  });
  for (let i = 0; i < AT_ONCE; i++) {
    const { event, payload, withAck } = hostileFrame(random, known);
    socket.emit(event, ...payload, ...(withAck ? [() => {}] : []));
  }
  // The answer to one more tells that the server has taken in all before it.
  await Promise.race([
    gone,
    socket
      .timeout(ANSWER_MS)
      .emitWithAck('ice:get', {})
      .catch(() => null),
  ]);
  socket.off('disconnect');
}

async function connectTo(url: string, transport: 'websocket' | 'polling'): Promise<Socket> {
  for (;;) {
    const socket = io(url, {
      auth: honestAuth(),
      transports: [transport],
      reconnection: false,
      forceNew: true,
    });
    const isConnected = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true));
      socket.once('connect_error', () => resolve(false));
    });
    if (isConnected) return socket;
    socket.disconnect();
  }
}

function mostGrown(
  before: readonly (number | null)[],
  after: readonly (number | null)[],
): number | null {
  const grown = before.map((mb, at) => {
    const last = after[at] ?? null;
    return mb === null || last === null ? null : last - mb;
  });
  return grown.reduce((most, mb) => (most === null || mb === null ? null : Math.max(most, mb)));
}

function percentile99(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return Math.round(10 * (sorted[Math.floor(sorted.length * 0.99)] ?? 0)) / 10;
}

function check(name: string, passed: boolean, detail = ''): Check {
  return { name, passed, detail };
}
