import type { PeerId } from '../../shared/base/peer-id.ts';
import type { LuckPorts } from './luck-ports.ts';
import type { SimulatedPeer } from './simulated-room.ts';

/**
 * Ways that break while nobody crashes. `pairs`: single pairs lose each other. `one-way`: links are dead in
 * one direction. `heir`: the sequencer and the next in line are cut off together, and the sequencer's
 * page is hidden about then. `hidden`: pages are hidden in the midst of a cut. `lobby`: it restarts and remembers
 * nothing, or is lost to one member whose links stay. `three-way`: the room falls into three parts.
 */
export const BROKEN_WAYS = ['pairs', 'one-way', 'heir', 'hidden', 'lobby', 'three-way'] as const;
export type BrokenWays = (typeof BROKEN_WAYS)[number];

/** ms: less than what makes a peer go on without a quorum. */
const BROKEN_MAX_MS = 4_000;
const BROKEN_MIN_MS = 200;
/** ms: the sequencer is hidden so much before the cut at most, or so much after it. */
const HIDDEN_BEFORE_MS = 200;
const HIDDEN_AFTER_MS = 500;
const WAYS_MAX = 3;
/** ms: all is well for so long until the next piece of bad luck, so that a quorum meets. */
const HEALED_MS = 1_500;

/** Breaks ways between peers, or to the lobby, one piece of bad luck after the other. */
export class WayBreaker {
  readonly #ports: LuckPorts;
  #isBroken = false;

  constructor(ports: LuckPorts) {
    this.#ports = ports;
  }

  /** Breaks something of this kind for up to four seconds, unless something is broken already. */
  strike(kind: BrokenWays): void {
    if (this.#isBroken) return;
    this.#isBroken = true;
    const ms = BROKEN_MIN_MS + this.#ports.random() * (BROKEN_MAX_MS - BROKEN_MIN_MS);
    const strikes = {
      pairs: () => this.#losePairs(ms),
      'one-way': () => this.#loseDirections(ms),
      heir: () => this.#cutHeirOff(ms),
      hidden: () => this.#hideInCut(ms),
      lobby: () => this.#troubleLobby(ms),
      'three-way': () => this.#partInThree(ms),
    };
    strikes[kind]();
    this.#ports.after(BROKEN_MAX_MS + HEALED_MS, () => {
      this.#isBroken = false;
    });
  }

  #losePairs(ms: number): void {
    const pairs = this.#choosePairs();
    this.#cut(ms, `pairs ${pairs.map(([a, b]) => `${a} – ${b}`).join(', ')}`, (from, to) =>
      pairs.some(([a, b]) => (a === from && b === to) || (a === to && b === from)),
    );
  }

  #loseDirections(ms: number): void {
    const ways = this.#choosePairs();
    this.#cut(ms, `ways ${ways.map(([a, b]) => `${a} → ${b}`).join(', ')}`, (from, to) =>
      ways.some(([a, b]) => a === from && b === to),
    );
  }

  #cutHeirOff(ms: number): void {
    const { room, random, after } = this.#ports;
    const host = this.#findSequencer();
    const heir = room.alive.find((peer) => peer !== host);
    if (!host || !heir) return;
    const lateMs = random() * (HIDDEN_BEFORE_MS + HIDDEN_AFTER_MS) - HIDDEN_BEFORE_MS;
    const isOffline = random() < 0.7;
    const cut = (): void => {
      this.#cutOff([host, heir], ms);
      if (isOffline) this.#takeLobby([host, heir], ms);
    };
    if (lateMs < 0) {
      this.#hide(host, ms + 1_000);
      after(-lateMs, cut);
    } else {
      cut();
      after(lateMs, () => this.#hide(host, ms + 1_000));
    }
  }

  #hideInCut(ms: number): void {
    const { room, random, after } = this.#ports;
    const group = room.alive.filter(() => random() < 0.5);
    this.#cutOff(group, ms);
    if (random() < 0.5) this.#takeLobby(group, ms);
    for (let count = 0; count < 2; count++) {
      const victim = this.#choose();
      after(random() * ms, () => this.#hide(victim, 300 + random() * ms));
    }
  }

  #troubleLobby(ms: number): void {
    const { random, after } = this.#ports;
    if (random() < 0.4) return this.#giveLobbyToTheOther();
    if (random() < 0.5) after(random() * ms, () => this.#restartLobby());
    if (random() < 0.7) this.#takeLobby([this.#choose()], ms);
    if (random() < 0.5) return;
    const host = this.#findSequencer();
    const partMs = ms * (0.3 + random() * 0.5);
    if (host) after(random() * (ms - partMs), () => this.#cutOff([host], partMs));
  }

  /** One half of the room has the lobby, which forgets, and then the other half has it. */
  #giveLobbyToTheOther(): void {
    const { room, random, after } = this.#ports;
    const parity = random() < 0.5 ? 0 : 1;
    const one = room.alive.filter((_, place) => place % 2 === parity);
    const other = room.alive.filter((_, place) => place % 2 !== parity);
    const firstMs = BROKEN_MAX_MS * (0.3 + random() * 0.3);
    this.#cutOff(one, BROKEN_MAX_MS);
    this.#takeLobby(one, firstMs);
    after(firstMs, () => {
      this.#restartLobby();
      this.#takeLobby(other, BROKEN_MAX_MS - firstMs);
    });
  }

  #restartLobby(): void {
    this.#ports.note('the lobby restarts and remembers nothing');
    this.#ports.room.pageWitness.restart();
  }

  #partInThree(ms: number): void {
    const { room, random } = this.#ports;
    const parts = new Map(room.peers.map(({ id }) => [id, Math.floor(random() * 3)]));
    const text = [...parts].map(([id, part]) => `${id} in ${part}`).join(', ');
    this.#cut(ms, text, (from, to) => parts.get(from) !== parts.get(to));
    const offline = Math.floor(random() * 6);
    this.#takeLobby(
      room.alive.filter(({ id }) => parts.get(id) === offline),
      ms,
    );
  }

  #findSequencer(): SimulatedPeer | undefined {
    return this.#ports.room.alive.find(({ session }) => session.stats().isSequencer);
  }

  #choose(): SimulatedPeer {
    const { room, random } = this.#ports;
    return room.alive[Math.floor(random() * room.alive.length)]!;
  }

  #choosePairs(): (readonly [PeerId, PeerId])[] {
    const count = 1 + Math.floor(this.#ports.random() * WAYS_MAX);
    const pairs = Array.from(
      { length: count },
      () => [this.#choose().id, this.#choose().id] as const,
    );
    return pairs.filter(([a, b]) => a !== b);
  }

  #cutOff(group: readonly SimulatedPeer[], ms: number): void {
    const { room, after, note } = this.#ports;
    note(`cut off for ${ms.toFixed()} ms: ${group.map(({ id }) => id).join()}`);
    after(ms, room.cut(group));
  }

  #cut(ms: number, text: string, isCut: (from: PeerId, to: PeerId) => boolean): void {
    const { room, after, note } = this.#ports;
    note(`broken for ${ms.toFixed()} ms: ${text}`);
    after(ms, room.cutWays(isCut));
  }

  #takeLobby(group: readonly SimulatedPeer[], ms: number): void {
    const { room, after, note } = this.#ports;
    if (group.length === 0) return;
    note(`without the lobby for ${ms.toFixed()} ms: ${group.map(({ id }) => id).join()}`);
    for (const { id } of group) room.lobby.offline.add(id);
    after(ms, () => {
      for (const { id } of group) room.lobby.offline.delete(id);
    });
  }

  #hide(victim: SimulatedPeer, ms: number): void {
    const { after, note } = this.#ports;
    note(`${victim.id} is hidden for ${ms.toFixed()} ms`);
    victim.session.setHidden(true);
    after(ms, () => victim.session.setHidden(false));
  }
}
