import { Redis } from 'ioredis';
import {
  AGREED_MS,
  type Backplane,
  type Claim,
  ENDED_MS,
  HOME_MS,
  type Home,
  NODE_MS,
  type NodeName,
} from './backplane.ts';

const PREFIX = 'pb:';
const COMMAND_MS = 1000;
const CONNECT_MS = 2000;
const RETRY_STEP_MS = 100;
const RETRY_MAX_MS = 1000;
/** Confirmed with one command: a script of Redis lets nobody else in while it runs. */
const NAMES_OF_COMMAND = 200;

/** Each is one step of Redis. Keys are made in them of what they read: a cluster of Redis would not allow it. */
const BEAT = `
local known = redis.call('EXISTS', KEYS[1])
redis.call('SET', KEYS[1], '1', 'PX', ARGV[1])
return known`;

const CLAIM = `
if ARGV[3] ~= '' and redis.call('EXISTS', '${PREFIX}ended:' .. ARGV[3]) == 1 then return {} end
if ARGV[4] ~= '' then redis.call('DEL', '${PREFIX}node:' .. ARGV[4]) end
local home = redis.call('GET', KEYS[1])
if home and home ~= ARGV[1] and redis.call('EXISTS', '${PREFIX}node:' .. home) == 1 then
  return {home, home}
end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return {ARGV[1], home or ''}`;

const HOME_OF = `
local home = redis.call('GET', KEYS[1])
if not home then return {} end
return {home, tostring(redis.call('EXISTS', '${PREFIX}node:' .. home))}`;

const RELEASE = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('DEL', KEYS[1])
if ARGV[2] ~= '' then redis.call('SET', '${PREFIX}ended:' .. ARGV[2], '1', 'PX', ARGV[3]) end
return 1`;

const KEEP = `
local taken = {}
for at, key in ipairs(KEYS) do
  local home = redis.call('GET', key)
  if home and home ~= ARGV[1] then taken[#taken + 1] = at - 1
  else redis.call('SET', key, ARGV[1], 'PX', ARGV[2]) end
end
return taken`;

/** [L150] The backplane of several processes. Loaded only where Redis is named in the settings. */
export class RedisBackplane implements Backplane {
  onConnected: () => void = () => {};
  readonly #redis: Redis;
  /** Redis lets a connection that listens do nothing else. */
  readonly #ear: Redis;

  /** With a way to Redis, unless none comes about for two seconds: then it is tried further. */
  static async open(url: string, onProblem: (problem: unknown) => void): Promise<RedisBackplane> {
    const backplane = new RedisBackplane(url, onProblem);
    await new Promise<void>((resolve) => {
      backplane.onConnected = resolve;
      setTimeout(resolve, CONNECT_MS).unref();
      if (backplane.isConnected) resolve();
    });
    backplane.onConnected = () => {};
    return backplane;
  }

  /** @param onProblem what went wrong with the connection, in words; said again and again while it lasts */
  constructor(url: string, onProblem: (problem: unknown) => void) {
    this.#redis = new Redis(url, {
      lazyConnect: true,
      connectTimeout: CONNECT_MS,
      commandTimeout: COMMAND_MS,
      // What could not be asked at once is answered with "later" at once.
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      retryStrategy: (tries) => Math.min(tries * RETRY_STEP_MS, RETRY_MAX_MS),
    });
    this.#ear = this.#redis.duplicate({ autoResubscribe: true, enableOfflineQueue: true });
    for (const connection of [this.#redis, this.#ear]) {
      connection.on('error', onProblem);
      connection.on('ready', () => this.isConnected && this.onConnected());
      void connection.connect().catch(() => {});
    }
  }

  get isConnected(): boolean {
    return this.#redis.status === 'ready' && this.#ear.status === 'ready';
  }

  async beat(node: NodeName): Promise<boolean> {
    return Number(await this.#redis.eval(BEAT, 1, nodeKey(node), NODE_MS)) === 1;
  }

  async leave(node: NodeName): Promise<void> {
    await this.#redis.del(nodeKey(node));
  }

  async claim(
    name: string,
    node: NodeName,
    { roomId = '', unheard }: { readonly roomId?: string; readonly unheard?: NodeName } = {},
  ): Promise<Claim | null> {
    const told = await this.#redis.eval(
      CLAIM,
      1,
      homeKey(name),
      node,
      HOME_MS,
      roomId,
      unheard ?? '',
    );
    const [home, before] = textsOf(told);
    if (home === undefined) return null;
    return { home: home as NodeName, before: (before as NodeName) || null };
  }

  async homeOf(name: string): Promise<Home | null> {
    const [node, alive] = textsOf(await this.#redis.eval(HOME_OF, 1, homeKey(name)));
    return node === undefined ? null : { node: node as NodeName, isAlive: alive === '1' };
  }

  async release(name: string, node: NodeName, endedId: string | null): Promise<void> {
    await this.#redis.eval(RELEASE, 1, homeKey(name), node, endedId ?? '', ENDED_MS);
  }

  async keep(node: NodeName, names: readonly string[]): Promise<readonly string[]> {
    const taken: string[] = [];
    for (let from = 0; from < names.length; from += NAMES_OF_COMMAND) {
      const some = names.slice(from, from + NAMES_OF_COMMAND);
      const told = await this.#redis.eval(KEEP, some.length, ...some.map(homeKey), node, HOME_MS);
      taken.push(...textsOf(told).flatMap((at) => some[Number(at)] ?? []));
    }
    return taken;
  }

  async agree(name: string, offered: string): Promise<string> {
    const key = `${PREFIX}agreed:${name}`;
    await this.#redis.set(key, offered, 'PX', AGREED_MS, 'NX');
    return (await this.#redis.get(key)) ?? offered;
  }

  publish(to: NodeName | 'all', text: string): Promise<number> {
    return this.#redis.publish(channelOf(to), text);
  }

  async listen(node: NodeName, hear: (text: string) => void): Promise<void> {
    this.#ear.on('message', (_channel: string, text: string) => hear(text));
    await this.#ear.subscribe(channelOf(node), channelOf('all'));
  }

  close(): Promise<void> {
    this.#redis.disconnect();
    this.#ear.disconnect();
    return Promise.resolve();
  }
}

function nodeKey(node: NodeName): string {
  return `${PREFIX}node:${node}`;
}

function homeKey(name: string): string {
  return `${PREFIX}home:${name}`;
}

function channelOf(to: NodeName | 'all'): string {
  return `${PREFIX}to:${to}`;
}

function textsOf(told: unknown): string[] {
  return Array.isArray(told) ? told.map(String) : [];
}
