import { type PeerId, parsePeerId } from '../../../shared/base/peer-id.ts';
import { type Random, createRandom } from '../../../shared/base/seeded-random.ts';
import { SLOTS_MAX, type Slot, only } from '../../../shared/consensus/members.ts';
import { type PeerState, foundRoom, startPeer } from '../../../shared/consensus/peer-state.ts';
import {
  type Conditions,
  type SimulatedLink,
  SimulatedNetwork,
} from '../../../shared/netplay/link/simulated-network.ts';
import { TICK_MS } from '../../../shared/sim/tick.ts';
import { ConsensusLobby, type LobbyWord } from './consensus-lobby.ts';
import { ConsensusMember } from './consensus-member.ts';
import { FinalRows } from './final-rows.ts';
import { type Letter, Letters } from './letters.ts';

/** One way: a round trip of 80 ms. */
export const FAIR: Conditions = { delayMs: 40, jitterMs: 8, loss: 0.02, reorder: 0, duplicate: 0 };

export type ConsensusRoomOptions = {
  readonly seed: number;
  readonly members: number;
  readonly hasLobby: boolean;
  readonly conditions?: Conditions;
};

/** Whether nothing gets from one member to another. */
export type Cut = (from: Slot, to: Slot) => boolean;

const TIMER_JITTER_MS = 1;
const GOODBYES = 3;

/** Members and the lobby's witness on a simulated network, in virtual time; all follows from the seed. */
export class ConsensusRoom {
  readonly network: SimulatedNetwork;
  readonly random: Random;
  readonly lobby: ConsensusLobby | null;
  readonly final = new FinalRows();
  /** Those whose page is open. */
  readonly members = new Map<Slot, ConsensusMember>();
  /** Of pages that are over, too. */
  readonly everybody: ConsensusMember[] = [];
  readonly #letters = new Letters();
  readonly #links = new Map<Slot, Map<Slot, SimulatedLink>>();
  readonly #cuts = new Set<Cut>();
  readonly #tasks: { readonly atMs: number; readonly act: () => void }[] = [];
  readonly #conditions: Conditions;
  #rows = 0;

  constructor({ seed, members, hasLobby, conditions = FAIR }: ConsensusRoomOptions) {
    this.network = new SimulatedNetwork(seed);
    this.random = createRandom(seed ^ 0x5eed);
    this.#conditions = conditions;
    this.lobby = hasLobby ? this.#openLobby() : null;
    for (let slot = 0; slot < members; slot++) this.join();
  }

  get nowMs(): number {
    return this.network.nowMs;
  }

  /** The sequencer of the newest term. */
  get sequencer(): ConsensusMember | null {
    let newest: ConsensusMember | null = null;
    for (const member of this.members.values()) {
      const isNewer = !newest || member.state.terms.term > newest.state.terms.term;
      if (member.isSequencer && isNewer) newest = member;
    }
    return newest;
  }

  at(slot: Slot): ConsensusMember {
    const member = this.members.get(slot);
    if (!member) throw new Error(`the page of ${slot} is over`);
    return member;
  }

  /** A page comes; the first one makes the room. */
  join(): Slot {
    const slot = this.everybody.length;
    if (slot >= SLOTS_MAX) throw new Error('the simulation gives each slot once');
    const state = slot === 0 ? foundRoom(0, this.nowMs) : startPeer(slot, this.nowMs);
    const member = this.#createMember(state);
    this.#links.set(slot, new Map());
    for (const other of this.members.keys()) this.#connect(slot, other);
    this.members.set(slot, member);
    this.everybody.push(member);
    this.lobby?.connect(slot);
    this.#applyCuts();
    return slot;
  }

  #createMember(state: PeerState): ConsensusMember {
    const outside = {
      send: (from: Slot, to: Slot, letter: Letter) =>
        void this.#links.get(from)?.get(to)?.send(this.#letters.write(letter)),
      ask: (request: Parameters<ConsensusLobby['ask']>[0]) => this.lobby?.ask(request),
      newRow: (by: Slot) => this.#rows++ * SLOTS_MAX + by,
      reachable: (from: Slot) => this.#links.get(from)?.keys() ?? [],
    };
    return new ConsensusMember(state, outside, this.nowMs + this.random() * TICK_MS);
  }

  #connect(a: Slot, b: Slot): void {
    const [end, other] = this.network.connect(idOf(a), idOf(b), this.#conditions);
    this.#links.get(a)?.set(b, end);
    this.#links.get(b)?.set(a, other);
  }

  #openLobby(): ConsensusLobby {
    return new ConsensusLobby({
      after: (ms, act) => this.after(ms, act),
      tell: (slot, word) => this.#hearLobby(slot, word),
      answersWithin: (slot, ms) => (this.members.get(slot)?.wakeMs ?? Infinity) <= this.nowMs + ms,
      nowMs: () => this.nowMs,
      random: this.random,
    });
  }

  #hearLobby(slot: Slot, word: LobbyWord): void {
    const member = this.members.get(slot);
    if (!member) return;
    if (word.type === 'ended') member.hearEnded(word.slots, this.nowMs);
    else member.step(word, this.nowMs);
  }

  /** Nothing gets through where `isCut` says so, until healed. */
  cut(isCut: Cut): () => void {
    this.#cuts.add(isCut);
    this.#applyCuts();
    return () => {
      this.#cuts.delete(isCut);
      this.#applyCuts();
    };
  }

  /** These lose all others, and the lobby too where asked for. */
  cutOff(group: readonly Slot[], { fromLobby }: { readonly fromLobby: boolean }): () => void {
    const inside = new Set(group);
    const heals = [this.cut((from, to) => inside.has(from) !== inside.has(to))];
    if (fromLobby && this.lobby) for (const slot of group) heals.push(this.lobby.cut(slot));
    return () => {
      for (const heal of heals) heal();
    };
  }

  #applyCuts(): void {
    for (const [from, links] of this.#links) {
      for (const [to, link] of links) link.isCut = [...this.#cuts].some((isCut) => isCut(from, to));
    }
  }

  /** A sequencer whose page is hidden hands its term to the first visible member that it hears. */
  hide(slot: Slot): void {
    const member = this.at(slot);
    member.step({ type: 'hidden', isHidden: true }, this.nowMs);
    if (member.isSequencer) this.handOver(slot);
  }

  show(slot: Slot): void {
    this.at(slot).step({ type: 'hidden', isHidden: false }, this.nowMs);
  }

  handOver(slot: Slot): void {
    const heir = [...this.members.values()].find(
      (one) => one.slot !== slot && !one.state.isHidden && one.state.log.marks.length > 0,
    );
    if (heir) this.at(slot).step({ type: 'transfer', to: heir.slot }, this.nowMs);
  }

  /** Its machine does nothing for so long. */
  stall(slot: Slot, ms: number): void {
    const member = this.at(slot);
    member.wakeMs = Math.max(member.wakeMs, this.nowMs + ms);
  }

  /** A page is gone without a word, as of a killed browser; the lobby sees the connection close. */
  crash(slot: Slot): void {
    this.at(slot);
    this.members.delete(slot);
    this.final.forget(slot);
    for (const link of this.#links.get(slot)?.values() ?? []) link.isCut = true;
    this.#links.delete(slot);
    this.lobby?.closePage(slot);
  }

  /** The person behind this page, which is gone or goes now, loads it anew. */
  reload(slot: Slot): Slot {
    if (this.members.has(slot)) this.crash(slot);
    this.lobby?.end(slot);
    return this.join();
  }

  /** Says goodbye to all. */
  leave(slot: Slot): void {
    for (const link of this.#links.get(slot)?.values() ?? []) {
      const goodbye = this.#letters.write({ type: 'ended', slots: only(slot) });
      for (let copy = 0; copy < GOODBYES; copy++) link.send(goodbye);
    }
    this.crash(slot);
    this.lobby?.end(slot);
  }

  /** Does something so many milliseconds from now. */
  after(ms: number, act: () => void): void {
    const atMs = this.nowMs + ms;
    const place = this.#tasks.findIndex((task) => task.atMs > atMs);
    this.#tasks.splice(place < 0 ? this.#tasks.length : place, 0, { atMs, act });
  }

  /** Lets time pass, or less when `isDone` says so. True when it said so. */
  run(ms: number, isDone: () => boolean = () => false): boolean {
    const endMs = this.nowMs + ms;
    for (;;) {
      const next = this.#nextToWake();
      const task = this.#tasks[0];
      const atMs = Math.min(next?.wakeMs ?? Infinity, task?.atMs ?? Infinity);
      if (atMs > endMs) break;
      this.network.advance(atMs);
      if (task && task.atMs <= atMs) {
        this.#tasks.shift();
        task.act();
      } else if (next) this.#wake(next);
      if (isDone()) return true;
    }
    this.network.advance(endMs);
    return isDone();
  }

  #nextToWake(): ConsensusMember | undefined {
    let next: ConsensusMember | undefined;
    for (const member of this.members.values()) {
      if (!next || member.wakeMs < next.wakeMs) next = member;
    }
    return next;
  }

  #wake(member: ConsensusMember): void {
    member.wakeMs = this.nowMs + TICK_MS + (this.random() - 0.5) * TIMER_JITTER_MS;
    const { slot } = member;
    for (const [from, link] of this.#links.get(slot) ?? []) {
      link.receive((bytes) => this.#deliver(member, from, this.#letters.read(bytes)));
    }
    member.advance(this.nowMs);
    this.#watch(member);
  }

  #deliver(member: ConsensusMember, from: Slot, letter: Letter): void {
    const { retracted } = member.counts;
    member.hear(from, letter, this.nowMs);
    if (member.counts.retracted > retracted) this.final.startAnew(member.slot);
  }

  #watch({ slot, state, rows }: ConsensusMember): void {
    this.final.watch(slot, state.log, rows, this.nowMs);
  }
}

function idOf(slot: Slot): PeerId {
  const id = parsePeerId(`slot-${slot}`);
  if (!id) throw new Error('no peer id');
  return id;
}
