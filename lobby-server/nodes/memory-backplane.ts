import type { Timers } from '../timers.ts';
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

type Kept<Value> = { readonly value: Value; readonly untilMs: number };

/** What Redis holds for several processes, for nodes within one: tests run whole lobbies on it. */
export class MemoryHub {
  readonly timers: Pick<Timers, 'now'>;
  readonly #kept = new Map<string, Kept<string>>();
  readonly #ears = new Map<NodeName, (text: string) => void>();

  constructor(timers: Pick<Timers, 'now'>) {
    this.timers = timers;
  }

  connect(): MemoryBackplane {
    return new MemoryBackplane(this);
  }

  get(key: string): string | null {
    const kept = this.#kept.get(key);
    return kept !== undefined && kept.untilMs > this.timers.now() ? kept.value : null;
  }

  set(key: string, value: string, forMs: number): void {
    this.#kept.set(key, { value, untilMs: this.timers.now() + forMs });
  }

  delete(key: string): void {
    this.#kept.delete(key);
  }

  /** As a Redis that was started anew without its data. */
  clear(): void {
    this.#kept.clear();
  }

  listen(node: NodeName, hear: ((text: string) => void) | null): void {
    if (hear === null) this.#ears.delete(node);
    else this.#ears.set(node, hear);
  }

  publish(to: NodeName | 'all', text: string): number {
    const ears = [...this.#ears].filter(([node]) => to === 'all' || node === to);
    for (const [, hear] of ears) queueMicrotask(() => hear(text));
    return ears.length;
  }
}

const LOST = 'the hub cannot be reached';

/** One node's way to a `MemoryHub`, which a test may cut. */
export class MemoryBackplane implements Backplane {
  onConnected: () => void = () => {};
  readonly #hub: MemoryHub;
  #node: NodeName | null = null;
  #hear: (text: string) => void = () => {};
  #isConnected = true;

  constructor(hub: MemoryHub) {
    this.#hub = hub;
  }

  get isConnected(): boolean {
    return this.#isConnected;
  }

  cut(): void {
    this.#isConnected = false;
    if (this.#node !== null) this.#hub.listen(this.#node, null);
  }

  mend(): void {
    this.#isConnected = true;
    if (this.#node !== null) this.#hub.listen(this.#node, this.#hear);
    this.onConnected();
  }

  beat(node: NodeName): Promise<boolean> {
    return this.#do((hub) => {
      const wasKnown = hub.get(nodeKey(node)) !== null;
      hub.set(nodeKey(node), '1', NODE_MS);
      return wasKnown;
    });
  }

  leave(node: NodeName): Promise<void> {
    return this.#do((hub) => hub.delete(nodeKey(node)));
  }

  claim(
    name: string,
    node: NodeName,
    { roomId, unheard }: { readonly roomId?: string; readonly unheard?: NodeName } = {},
  ): Promise<Claim | null> {
    return this.#do((hub) => {
      if (roomId !== undefined && hub.get(endedKey(roomId)) !== null) return null;
      if (unheard !== undefined) hub.delete(nodeKey(unheard));
      const before = hub.get(homeKey(name)) as NodeName | null;
      const isTaken = before !== null && before !== node && hub.get(nodeKey(before)) !== null;
      if (!isTaken) hub.set(homeKey(name), node, HOME_MS);
      return { home: isTaken ? before : node, before };
    });
  }

  homeOf(name: string): Promise<Home | null> {
    return this.#do((hub) => {
      const node = hub.get(homeKey(name)) as NodeName | null;
      return node === null ? null : { node, isAlive: hub.get(nodeKey(node)) !== null };
    });
  }

  release(name: string, node: NodeName, endedId: string | null): Promise<void> {
    return this.#do((hub) => {
      if (hub.get(homeKey(name)) !== node) return;
      hub.delete(homeKey(name));
      if (endedId !== null) hub.set(endedKey(endedId), '1', ENDED_MS);
    });
  }

  keep(node: NodeName, names: readonly string[]): Promise<readonly string[]> {
    return this.#do((hub) =>
      names.filter((name) => {
        const home = hub.get(homeKey(name));
        if (home === null || home === node) hub.set(homeKey(name), node, HOME_MS);
        return home !== null && home !== node;
      }),
    );
  }

  agree(name: string, offered: string): Promise<string> {
    return this.#do((hub) => {
      const agreed = hub.get(`agreed ${name}`) ?? offered;
      hub.set(`agreed ${name}`, agreed, AGREED_MS);
      return agreed;
    });
  }

  publish(to: NodeName | 'all', text: string): Promise<number> {
    return this.#do((hub) => hub.publish(to, text));
  }

  listen(node: NodeName, hear: (text: string) => void): Promise<void> {
    this.#node = node;
    this.#hear = hear;
    return this.#do((hub) => hub.listen(node, hear));
  }

  close(): Promise<void> {
    this.cut();
    return Promise.resolve();
  }

  #do<Value>(step: (hub: MemoryHub) => Value): Promise<Value> {
    if (!this.#isConnected) return Promise.reject(new Error(LOST));
    return Promise.resolve(step(this.#hub));
  }
}

function nodeKey(node: NodeName): string {
  return `node ${node}`;
}

function homeKey(name: string): string {
  return `home ${name}`;
}

function endedKey(roomId: string): string {
  return `ended ${roomId}`;
}
