import { setTimeout as sleep } from 'node:timers/promises';
import { KeptTicket } from '../../game/net/lobby/kept-ticket.ts';
import { LobbyClient } from '../../game/net/lobby/lobby-client.ts';
import type { JoinedRoom } from '../../shared/lobby/room.ts';
import { CutProxy } from '../faults/cut-proxy.ts';
import { BuiltFolder, type LobbyProcess, startLobbyProcess } from './lobby-process.ts';
import { value } from './lobby-under-test.ts';
import { RedisProcess } from './redis-process.ts';

/** What becomes of a node, or of Redis: ended in order, killed, stopped for longer than others wait. */
export type Fault = 'SIGTERM' | 'SIGKILL' | 'SIGSTOP' | 'REDIS';

export type RollingPlan = {
  readonly rooms: number;
  /** One after the other, of the first node and of the second in turn. */
  readonly faults: readonly Fault[];
  readonly onDone?: (report: FaultReport) => void;
};

export type FaultReport = {
  readonly fault: Fault;
  /** Rooms whose members are both in it, see each other, and hear each other. */
  readonly whole: number;
  /** Rooms that all nodes keep together: more than there are is a twin. */
  readonly kept: number;
  /** Members that have their own seat. */
  readonly seats: number;
  /** ms until all of that was so; the longest of all members. */
  readonly backMs: number;
};

const TOKEN = 'only-for-tests-of-nodes';
const SETTINGS = {
  PEERBALL_OPERATOR_TOKEN: TOKEN,
  PEERBALL_STUN_URLS: '',
  PEERBALL_ROOMS_PER_ADDRESS: '100000',
  PEERBALL_SOCKETS_PER_ADDRESS: '100000',
  PEERBALL_CONNECTIONS_PER_MINUTE: '100000',
  PEERBALL_JOINS_PER_MINUTE: '100000',
} as const;
const BACK_MS = 40_000;
const LOOK_MS = 50;
/** Longer than a node may be silent. */
const STOPPED_MS = 8000;
const REDIS_AWAY_MS = 6500;
const AT_ONCE = 10;

type Member = { readonly client: LobbyClient; readonly before: JoinedRoom };
type Pair = readonly [Member, Member];

/** Two nodes, a Redis and what spreads connections over both, as machines of this one. */
export class Rolling {
  readonly redis: RedisProcess;
  readonly folder: BuiltFolder;
  readonly #nodes: LobbyProcess[] = [];
  /** Ports that new connections are sent to. */
  #open: number[] = [];
  #turn = 0;
  #made = 0;
  readonly #spread: CutProxy;
  url = '';

  private constructor(redis: RedisProcess, folder: BuiltFolder) {
    this.redis = redis;
    this.folder = folder;
    this.#spread = new CutProxy(
      () => this.#open[this.#turn++ % this.#open.length]!,
      () => this.#address(),
    );
  }

  static async start(): Promise<Rolling> {
    const rolling = new Rolling(await RedisProcess.start(), await BuiltFolder.make());
    for (const at of [0, 1]) await rolling.#startNode(at);
    rolling.url = await rolling.#spread.listen();
    return rolling;
  }

  get ports(): readonly number[] {
    return this.#nodes.map(({ port }) => port);
  }

  async end(): Promise<void> {
    this.#spread.close();
    for (const { child } of this.#nodes) child.kill('SIGKILL');
    await this.redis.kill();
    this.folder.remove();
  }

  /** Lets something happen to a node, and has it running again behind it. */
  async suffer(fault: Fault, at: number): Promise<void> {
    if (fault === 'REDIS') return this.#loseRedis();
    const { child, exit, port } = this.#nodes[at]!;
    this.#open = this.#open.filter((open) => open !== port);
    child.kill(fault);
    if (fault === 'SIGSTOP') {
      await sleep(STOPPED_MS);
      child.kill('SIGCONT');
      this.#open.push(port);
      return;
    }
    await exit;
    await this.#startNode(at);
  }

  /** Rooms of all nodes, as each counts its own. */
  async keptRooms(): Promise<number> {
    const counts = await Promise.all(this.ports.map((port) => roomsOf(port)));
    return counts.reduce((sum, count) => sum + count, 0);
  }

  async isReady(at: number): Promise<boolean> {
    return (await fetch(`http://127.0.0.1:${this.ports[at]}/readyz`)).ok;
  }

  async #loseRedis(): Promise<void> {
    await this.redis.kill();
    await sleep(REDIS_AWAY_MS);
    await this.redis.startAgain();
  }

  async #startNode(at: number): Promise<void> {
    const node = await startLobbyProcess(this.folder, {
      ...SETTINGS,
      PEERBALL_REDIS_URL: this.redis.url,
    });
    this.#nodes[at] = node;
    this.#open.push(node.port);
  }

  /** Each connection from an address of its own, as people have them. */
  #address(): string {
    this.#made += 1;
    return `127.${1 + (Math.floor(this.#made / 62_500) % 250)}.${Math.floor(this.#made / 250) % 250}.${1 + (this.#made % 250)}`;
  }
}

/** Opens rooms of two whose members come to either node, and looks after each fault what is left of them. */
export async function runRolling(rolling: Rolling, plan: RollingPlan): Promise<FaultReport[]> {
  const pairs: Pair[] = [];
  for (let from = 0; from < plan.rooms; from += AT_ONCE) {
    const few = Array.from({ length: Math.min(AT_ONCE, plan.rooms - from) }, (_, at) => from + at);
    pairs.push(...(await Promise.all(few.map((number) => openPair(rolling.url, number)))));
  }
  const reports: FaultReport[] = [];
  try {
    await lookUntil(() => pairs.filter(isWhole).length === pairs.length);
    for (const [at, fault] of plan.faults.entries()) {
      const report = await reportOf(rolling, pairs, fault, at % 2);
      reports.push(report);
      plan.onDone?.(report);
    }
  } finally {
    for (const { client } of pairs.flat()) client.close();
  }
  return reports;
}

async function reportOf(
  rolling: Rolling,
  pairs: readonly Pair[],
  fault: Fault,
  at: number,
): Promise<FaultReport> {
  const startMs = performance.now();
  await rolling.suffer(fault, at);
  let kept = -1;
  await lookUntil(async () => {
    if (pairs.filter(isWhole).length < pairs.length) return false;
    kept = await rolling.keptRooms();
    return kept === pairs.length;
  });
  const backMs = Math.round(performance.now() - startMs);
  const heard = await Promise.all(pairs.map(hearEachOther));
  const seats = pairs.flat().filter(hasOwnSeat).length;
  return { fault, whole: heard.filter(Boolean).length, kept, seats, backMs };
}

async function openPair(url: string, number: number): Promise<Pair> {
  const [host, guest] = [makeClient(url), makeClient(url)];
  const { code } = value(await host.createRoom(`Host ${number}`)).room;
  value(await guest.joinRoom(code, `Guest ${number}`));
  await lookUntil(() => host.joined?.room.members.length === 2);
  return [
    { client: host, before: host.joined! },
    { client: guest, before: guest.joined! },
  ];
}

function forbiddenStorage(): Storage {
  throw new Error('no storage');
}

function makeClient(url: string): LobbyClient {
  let signed: string | null = null;
  const guests = { load: () => signed, save: (guest: string) => void (signed = guest) };
  return new LobbyClient({ url, guests, ticket: new KeptTicket(forbiddenStorage) });
}

/** Both are connected, have the room, and see each other. */
function isWhole(pair: Pair): boolean {
  return pair.every(({ client, before }) => {
    const room = client.joined?.room;
    if (!client.isOnline || room?.code !== before.room.code) return false;
    return room.members.length === 2 && room.members.every(({ online }) => online);
  });
}

function hasOwnSeat({ client, before }: Member): boolean {
  const now = client.joined;
  const was = before.room.members.find(({ id }) => id === before.self);
  const is = now?.room.members.find(({ id }) => id === now.self);
  return is !== undefined && is.id === was?.id && is.session === was.session;
}

/** A signal of each reaches the other: they are in one room of one node, whatever they were told. */
async function hearEachOther([a, b]: Pair): Promise<boolean> {
  const heard = [a, b].map(
    ({ client }) =>
      new Promise<boolean>((resolve) => {
        const stop = client.watchRoom({
          onRoom: () => {},
          onEnd: () => {},
          onSignal: () => {
            stop();
            resolve(true);
          },
        });
      }),
  );
  say(a, b);
  say(b, a);
  const both = Promise.all(heard).then(() => true);
  return Promise.race([both, sleep(3000).then(() => false)]);
}

function say({ client }: Member, other: Member): void {
  const to = other.before.self;
  const toSession = client.joined?.room.members.find(({ id }) => id === to)?.session ?? 0;
  client.sendSignal({ to, toSession, attempt: 0, generation: 0, payload: { type: 'rebuild' } });
}

async function roomsOf(port: number): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${port}/metrics`, {
    headers: { Authorization: `Bearer ${TOKEN}` },
  }).catch(() => null);
  if (answer === null) return 0;
  const lines = (await answer.text()).matchAll(/^peerball_rooms\{[^}]*\} (\d+)$/gm);
  return [...lines].reduce((sum, [, count]) => sum + Number(count), 0);
}

/** Looks again and again; gives up behind a time, and what is missing then shows in the report. */
async function lookUntil(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const untilMs = performance.now() + BACK_MS;
  while (performance.now() < untilMs && !(await isSo())) await sleep(LOOK_MS);
}
