import { type PeerId, parsePeerId } from '../../../shared/base/peer-id.ts';
import { type Random, createRandom } from '../../../shared/base/seeded-random.ts';
import { PAGES_MAX, type PageNumber } from '../../../shared/consensus/members.ts';
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
export type Cut = (from: PageNumber, to: PageNumber) => boolean;

const TIMER_JITTER_MS = 1;
const GOODBYES = 3;

/** Members and the lobby's witness on a simulated network, in virtual time; all follows from the seed. */
export class ConsensusRoom {
  readonly network: SimulatedNetwork;
  readonly random: Random;
  readonly lobby: ConsensusLobby | null;
  readonly final = new FinalRows();
  /** Those whose page is open. */
  readonly members = new Map<PageNumber, ConsensusMember>();
  /** Of pages that are over, too. */
  readonly everybody: ConsensusMember[] = [];
  readonly #letters = new Letters();
  readonly #links = new Map<PageNumber, Map<PageNumber, SimulatedLink>>();
  readonly #cuts = new Set<Cut>();
  readonly #tasks: { readonly atMs: number; readonly act: () => void }[] = [];
  readonly #conditions: Conditions;
  #rows = 0;

  constructor({ seed, members, hasLobby, conditions = FAIR }: ConsensusRoomOptions) {
    this.network = new SimulatedNetwork(seed);
    this.random = createRandom(seed ^ 0x5eed);
    this.#conditions = conditions;
    this.lobby = hasLobby ? this.#openLobby() : null;
    for (let page = 0; page < members; page++) this.join();
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

  at(page: PageNumber): ConsensusMember {
    const member = this.members.get(page);
    if (!member) throw new Error(`the page of ${page} is over`);
    return member;
  }

  /** A page comes; the first one makes the room. */
  join(): PageNumber {
    const page = this.everybody.length;
    if (page >= PAGES_MAX) throw new Error('the simulation gives each page once');
    const state = page === 0 ? foundRoom(0, this.nowMs) : startPeer(page, this.nowMs);
    const member = this.#createMember(state);
    this.#links.set(page, new Map());
    for (const other of this.members.keys()) this.#connect(page, other);
    this.members.set(page, member);
    this.everybody.push(member);
    this.lobby?.connect(page);
    this.#applyCuts();
    return page;
  }

  #createMember(state: PeerState): ConsensusMember {
    const outside = {
      send: (from: PageNumber, to: PageNumber, letter: Letter) =>
        void this.#links.get(from)?.get(to)?.send(this.#letters.write(letter)),
      ask: (request: Parameters<ConsensusLobby['ask']>[0]) => this.lobby?.ask(request),
      newRow: (by: PageNumber) => this.#rows++ * PAGES_MAX + by,
      reachable: (from: PageNumber) => this.#links.get(from)?.keys() ?? [],
    };
    return new ConsensusMember(state, outside, this.nowMs + this.random() * TICK_MS);
  }

  #connect(a: PageNumber, b: PageNumber): void {
    const [end, other] = this.network.connect(idOf(a), idOf(b), this.#conditions);
    this.#links.get(a)?.set(b, end);
    this.#links.get(b)?.set(a, other);
  }

  #openLobby(): ConsensusLobby {
    return new ConsensusLobby({
      after: (ms, act) => this.after(ms, act),
      tell: (page, word) => this.#hearLobby(page, word),
      answersWithin: (page, ms) => (this.members.get(page)?.wakeMs ?? Infinity) <= this.nowMs + ms,
      nowMs: () => this.nowMs,
      random: this.random,
    });
  }

  #hearLobby(page: PageNumber, word: LobbyWord): void {
    const member = this.members.get(page);
    if (!member) return;
    if (word.type === 'ended') member.hearEnded(word.pages, this.nowMs);
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
  cutOff(group: readonly PageNumber[], { fromLobby }: { readonly fromLobby: boolean }): () => void {
    const inside = new Set(group);
    const heals = [this.cut((from, to) => inside.has(from) !== inside.has(to))];
    if (fromLobby && this.lobby) for (const page of group) heals.push(this.lobby.cut(page));
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
  hide(page: PageNumber): void {
    const member = this.at(page);
    member.step({ type: 'hidden', isHidden: true }, this.nowMs);
    if (member.isSequencer) this.handOver(page);
  }

  show(page: PageNumber): void {
    this.at(page).step({ type: 'hidden', isHidden: false }, this.nowMs);
  }

  handOver(page: PageNumber): void {
    const heir = [...this.members.values()].find(
      (one) => one.page !== page && !one.state.isHidden && one.state.log.marks.length > 0,
    );
    if (heir) this.at(page).step({ type: 'transfer', to: heir.page }, this.nowMs);
  }

  /** Its machine does nothing for so long. */
  stall(page: PageNumber, ms: number): void {
    const member = this.at(page);
    member.wakeMs = Math.max(member.wakeMs, this.nowMs + ms);
  }

  /** A page is gone without a word, as of a killed browser; the lobby sees the connection close. */
  crash(page: PageNumber): void {
    this.at(page);
    this.members.delete(page);
    this.final.forget(page);
    for (const link of this.#links.get(page)?.values() ?? []) link.isCut = true;
    this.#links.delete(page);
    this.lobby?.closePage(page);
  }

  /** The person behind this page, which is gone or goes now, loads it anew. */
  reload(page: PageNumber): PageNumber {
    if (this.members.has(page)) this.crash(page);
    this.lobby?.end(page);
    return this.join();
  }

  /** Says goodbye to all. */
  leave(page: PageNumber): void {
    const { at, term } = this.at(page).state.log.marks.at(-1) ?? { at: 0, term: 0 };
    for (const link of this.#links.get(page)?.values() ?? []) {
      const word = { page, mark: { at, term } };
      const goodbye = this.#letters.write({ type: 'goodbye', word });
      for (let copy = 0; copy < GOODBYES; copy++) link.send(goodbye);
    }
    this.crash(page);
    this.lobby?.end(page);
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
    const { page } = member;
    for (const [from, link] of this.#links.get(page) ?? []) {
      link.receive((bytes) => this.#deliver(member, from, this.#letters.read(bytes)));
    }
    member.advance(this.nowMs);
    this.#watch(member);
  }

  #deliver(member: ConsensusMember, from: PageNumber, letter: Letter): void {
    const { retracted } = member.counts;
    member.hear(from, letter, this.nowMs);
    if (member.counts.retracted > retracted) this.final.startAnew(member.page);
  }

  #watch({ page, state, rows }: ConsensusMember): void {
    this.final.watch(page, state.log, rows, this.nowMs);
  }
}

function idOf(page: PageNumber): PeerId {
  const id = parsePeerId(`page-${page}`);
  if (!id) throw new Error('no peer id');
  return id;
}
