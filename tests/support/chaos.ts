import type { Random } from '../../shared/netplay/seeded-random.ts';
import type { SimulatedPeer, SimulatedRoom } from './simulated-room.ts';

/** `calm`: the network only is bad. `crashes`: peers come and go. `cuts`: parts lose each other too. */
export type ChaosKind = 'calm' | 'crashes' | 'cuts';

type Action = { readonly atMs: number; readonly act: () => void };

const ACTIONS_MAX = 5;

/**
 * Bad luck in a room, decided by chance: crashes, reloads, goodbyes, latecomers, broken links, stalled
 * processors, and, when asked for, outages and partitions. Everything is well again when it ends.
 */
export class Chaos {
  readonly log: string[] = [];
  readonly #room: SimulatedRoom;
  readonly #random: Random;
  readonly #kind: ChaosKind;
  #queue: Action[] = [];
  #left = new Set<SimulatedPeer>();
  #isLinkBroken = false;

  constructor(room: SimulatedRoom, random: Random, kind: ChaosKind) {
    this.#room = room;
    this.#random = random;
    this.#kind = kind;
  }

  /** Those who said goodbye for good. */
  get left(): ReadonlySet<SimulatedPeer> {
    return this.#left;
  }

  /** Lets `ms` go by, with bad luck in the first two thirds. */
  run(ms: number): void {
    const room = this.#room;
    const startMs = room.network.nowMs;
    const count = this.#kind === 'calm' ? 0 : 1 + Math.floor(this.#random() * ACTIONS_MAX);
    for (let index = 0; index < count; index++) {
      this.#at(startMs + this.#random() * ms * 0.66, () => this.#strike());
    }
    while (this.#queue.length > 0) {
      const next = this.#queue.shift()!;
      room.run(Math.max(0, next.atMs - room.network.nowMs));
      next.act();
    }
    room.run(Math.max(0, startMs + ms - room.network.nowMs));
  }

  #at(atMs: number, act: () => void): void {
    this.#queue.push({ atMs, act });
    this.#queue.sort((a, b) => a.atMs - b.atMs);
  }

  #after(ms: number, act: () => void): void {
    this.#at(this.#room.network.nowMs + ms, act);
  }

  #strike(): void {
    const { alive } = this.#room;
    const victim = alive[Math.floor(this.#random() * alive.length)];
    if (!victim) return;
    const choices = [
      () => this.#crash(victim),
      () => this.#sayGoodbye(victim),
      () => this.#stall(victim),
      () => this.#breakLink(victim),
      () => this.#comeLate(),
    ];
    const cuts = [() => this.#isolate(victim), () => this.#split(), () => this.#isolate(victim)];
    const all = this.#kind === 'cuts' ? [...choices, ...cuts] : choices;
    all[Math.floor(this.#random() * all.length)]?.();
  }

  #crash(victim: SimulatedPeer): void {
    if (!this.#mayLose()) return;
    this.#note(`${victim.id} crashes`);
    this.#room.crash(victim);
    this.#after(200 + this.#random() * 6_000, () => {
      this.#note(`${victim.id} is back`);
      this.#room.reload(victim);
    });
  }

  #sayGoodbye(victim: SimulatedPeer): void {
    if (!this.#mayLose() || this.#room.peers.length < 3) return;
    this.#note(`${victim.id} says goodbye`);
    victim.session.close();
    this.#room.crash(victim);
    this.#left.add(victim);
  }

  /** Without a lobby only a majority can go on, so a majority has to stay. */
  #mayLose(): boolean {
    const { alive, peers, lobby } = this.#room;
    return lobby.isReachable ? alive.length > 1 : (alive.length - 1) * 2 > peers.length;
  }

  #stall(victim: SimulatedPeer): void {
    const ms = 50 + this.#random() * (this.#kind === 'cuts' ? 2_500 : 500);
    this.#note(`${victim.id} stalls for ${ms.toFixed()} ms`);
    victim.wakeMs += ms;
  }

  #breakLink(victim: SimulatedPeer): void {
    const others = this.#room.alive.filter((peer) => peer !== victim);
    const other = others[Math.floor(this.#random() * others.length)];
    // Two broken links at once can cut a room in two.
    if (!other || (this.#kind !== 'cuts' && this.#isLinkBroken)) return;
    this.#isLinkBroken = true;
    this.#note(`the link ${victim.id} – ${other.id} breaks`);
    victim.links.get(other.id)?.close();
    this.#after(100 + this.#random() * 1_500, () => {
      this.#isLinkBroken = false;
      if (this.#room.alive.includes(victim) && this.#room.alive.includes(other)) {
        this.#room.connect(victim, other);
      }
    });
  }

  #comeLate(): void {
    if (this.#room.peers.length >= 8) return;
    const host = this.#room.lobby.host ?? this.#room.peers[0]!.id;
    this.#note(`${this.#room.addPeer(host).id} comes late`);
  }

  #isolate(victim: SimulatedPeer): void {
    this.#cut([victim], 200 + this.#random() * 5_000);
  }

  #split(): void {
    this.#cut(
      this.#room.alive.filter(() => this.#random() < 0.5),
      500 + this.#random() * 5_000,
    );
  }

  #cut(group: readonly SimulatedPeer[], ms: number): void {
    this.#note(`cut off for ${ms.toFixed()} ms: ${group.map((peer) => peer.id).join()}`);
    this.#after(ms, this.#room.cut(group));
  }

  #note(text: string): void {
    this.log.push(`${(this.#room.network.nowMs / 1000).toFixed(2)} s: ${text}`);
  }
}
