import { parsePeerId, type PeerId } from '../../shared/base/peer-id.ts';
import { PAGE_NUMBERS } from '../../shared/base/room-limits.ts';
import type { FinalWatcher } from '../../shared/netplay/engine/room-engine.ts';
import { PeerSession, type PeerSessionOptions } from '../../shared/netplay/peer-session.ts';
import { type Random, createRandom } from '../../shared/base/seeded-random.ts';
import {
  type Conditions,
  type LocalClock,
  PERFECT,
  type SimulatedLink,
  SimulatedNetwork,
} from '../../shared/netplay/link/simulated-network.ts';
import { readMoment } from '../../shared/replay/playable-moment.ts';
import { ReplayRecorder } from '../../shared/replay/replay-recorder.ts';
import { TICK_MS } from '../../shared/sim/tick.ts';
import { StadiumCollection } from '../../shared/stadium/stadium-collection.ts';
import { SimulatedLobby } from './simulated-lobby.ts';
import { SimulatedPlayer } from './simulated-player.ts';
import { InputWitness } from './input-witness.ts';
import { SimulatedWitness } from './simulated-witness.ts';
import { TimelineWitness } from './timeline-witness.ts';

export type SimulatedPeer = {
  readonly id: PeerId;
  readonly session: PeerSession;
  readonly player: SimulatedPlayer;
  readonly stadiums: StadiumCollection;
  readonly recorder: ReplayRecorder;
  readonly links: Map<PeerId, SimulatedLink>;
  /** What its page has kept of the match. */
  kept: Uint8Array | null;
  wakeMs: number;
  /** Time between two runs: longer in a hidden tab that its browser slows down. */
  tickMs: number;
};

export type SimulatedRoomOptions = {
  readonly seed: number;
  readonly conditions?: Conditions;
  /** Clock of each peer by its place. */
  readonly clocks?: readonly LocalClock[];
  /** Called whenever a peer ran. */
  readonly trace?: (peer: SimulatedPeer, nowMs: number) => void;
  /** A lobby that is the witness; without one a majority of the members decides. */
  readonly withLobby?: boolean;
  /** Deviation of the timer that wakes a peer each tick. */
  readonly timerJitterMs?: number;
  /** What each peer says that it is called; a program of somebody's own may say anything. */
  readonly nameAt?: (place: number) => string;
  /** Makes the player at each place; one that runs after the ball when left out. */
  readonly createPlayer?: (session: PeerSession, place: number) => SimulatedPlayer;
  /** Puts another watcher of what is final before a peer's recorder. */
  readonly watch?: (
    recorder: FinalWatcher,
    peer: Pick<SimulatedPeer, 'id' | 'stadiums'>,
  ) => FinalWatcher;
};

/** Whole peers on a simulated network, in virtual time. Everything that happens follows from the seed. */
export class SimulatedRoom {
  readonly network: SimulatedNetwork;
  readonly peers: SimulatedPeer[] = [];
  readonly crashed = new Set<SimulatedPeer>();
  /** Of all pages that ever were in the room. */
  readonly sessions: PeerSession[] = [];
  readonly witness = new TimelineWitness();
  readonly inputs = new InputWitness();
  readonly lobby = new SimulatedLobby();
  readonly pageWitness: SimulatedWitness;
  readonly random: Random;
  readonly #options: SimulatedRoomOptions;
  /** The number of each peer's page, and the next one. */
  readonly #pages = new Map<PeerId, number>();
  #nextPage = 0;
  /** Each tells which ways are cut. */
  readonly #cuts = new Set<(from: PeerId, to: PeerId) => boolean>();
  /** What happens later, the soonest first. */
  readonly #tasks: { readonly atMs: number; readonly act: () => void }[] = [];

  constructor(options: SimulatedRoomOptions) {
    this.#options = options;
    this.random = createRandom(options.seed ^ 0x5eed);
    this.network = new SimulatedNetwork(options.seed);
    const after = (ms: number, act: () => void): void => this.#after(ms, act);
    this.pageWitness = new SimulatedWitness(this.lobby, after, () => this.network.nowMs);
  }

  /** A further peer comes and is linked to everybody; the first one makes the room. */
  addPeer(sequencer = peerIdAt(0)): SimulatedPeer {
    const peer = this.#createPeer(this.peers.length, sequencer);
    this.lobby.arrive(peer.id);
    this.#connectToMembers(peer);
    this.peers.push(peer);
    return peer;
  }

  /**
   * The same person loads the page anew: nothing is left but who it is, and what the page kept if
   * anything.
   */
  reload(old: SimulatedPeer): SimulatedPeer {
    const place = this.peers.indexOf(old);
    for (const link of old.links.values()) link.close();
    const sequencer = this.lobby.sequencer ?? peerIdAt(0);
    const role = sequencer === old.id ? 'return' : 'join';
    const peer = this.#createPeer(place, sequencer, role, old.kept);
    this.crashed.delete(old);
    this.lobby.arrive(old.id);
    this.witness.forget(old.id);
    this.peers[place] = peer;
    this.#connectToMembers(peer);
    return peer;
  }

  /** A page is told by the lobby to whom it may open links: those who left are not among them. */
  #connectToMembers(peer: SimulatedPeer): void {
    for (const other of this.peers) {
      if (other !== peer && this.lobby.has(other.id)) this.connect(peer, other);
    }
  }

  /** The number of the page that this peer has open. */
  pageOf({ id }: SimulatedPeer): number {
    return this.#pages.get(id)!;
  }

  #createPeer(
    place: number,
    sequencer: PeerId,
    role: PeerSessionOptions['role'] = place === 0 ? 'create' : 'join',
    kept: Uint8Array | null = null,
  ): SimulatedPeer {
    const id = peerIdAt(place);
    const clock = this.#options.clocks?.[place] ?? { rate: 1, skewMs: 0 };
    this.network.setClock(id, clock);
    const page = this.#nextPage % PAGE_NUMBERS;
    this.#pages.set(id, page);
    this.pageWitness.arrive(id, page);
    this.#nextPage += 1;
    const stadiums = new StadiumCollection(readMoment);
    const recorder = new ReplayRecorder((stadium) => stadiums.text(stadium));
    const session = new PeerSession({
      self: id,
      name: this.#options.nameAt?.(place) ?? `Player ${place}`,
      role,
      sequencer,
      roomTag: 'simulated',
      stadiums,
      recorder: this.#options.watch?.(recorder, { id, stadiums }) ?? recorder,
      stadium: 'classic',
      nowMs: this.network.localMs(id, this.network.nowMs),
      seed: this.#options.seed,
      page,
      witness: this.#options.withLobby ? this.pageWitness.portFor(id, page) : null,
      isHeardByLobby: (other) => !this.lobby.disconnected.has(other),
      kept,
    });
    this.sessions.push(session);
    const player =
      this.#options.createPlayer?.(session, place) ??
      new SimulatedPlayer(session, createRandom(this.#options.seed * 31 + place));
    const wakeMs = this.network.nowMs + this.random() * TICK_MS;
    const tickMs = TICK_MS;
    return { id, session, player, stadiums, recorder, links: new Map(), kept, wakeMs, tickMs };
  }

  connect(a: SimulatedPeer, b: SimulatedPeer): void {
    const [end, otherEnd] = this.network.connect(a.id, b.id, this.conditions);
    end.isCut = this.#isCut(a.id, b.id);
    otherEnd.isCut = this.#isCut(b.id, a.id);
    a.links.set(b.id, end);
    b.links.set(a.id, otherEnd);
    a.session.addLink(end, this.#pages.get(b.id)!);
    b.session.addLink(otherEnd, this.#pages.get(a.id)!);
  }

  /** Nothing gets through between this group and the rest, over old links or new ones, until healed. */
  cut(group: readonly SimulatedPeer[]): () => void {
    const inside = new Set(group.map((peer) => peer.id));
    return this.cutWays((from, to) => inside.has(from) !== inside.has(to));
  }

  /** Nothing gets from one peer to another where `isCut` says so, over old links or new ones, until healed. */
  cutWays(isCut: (from: PeerId, to: PeerId) => boolean): () => void {
    this.#cuts.add(isCut);
    this.#applyCuts();
    return () => {
      this.#cuts.delete(isCut);
      this.#applyCuts();
    };
  }

  #applyCuts(): void {
    for (const { id, links } of this.alive) {
      for (const [other, link] of links) link.isCut = this.#isCut(id, other);
    }
  }

  #isCut(from: PeerId, to: PeerId): boolean {
    const isCrashed = [...this.crashed].some(({ id }) => id === from || id === to);
    return isCrashed || [...this.#cuts].some((isCut) => isCut(from, to));
  }

  setConditions(conditions: Conditions): void {
    for (const peer of this.peers) {
      for (const link of peer.links.values()) link.conditions = conditions;
    }
  }

  /** A peer stops without a word, as a killed browser does; its links stay open and silent. */
  crash(peer: SimulatedPeer): void {
    peer.wakeMs = Number.POSITIVE_INFINITY;
    for (const link of peer.links.values()) link.isCut = true;
    this.crashed.add(peer);
    this.lobby.disconnected.add(peer.id);
    this.witness.forget(peer.id);
  }

  /** What every link does to packets. */
  get conditions(): Conditions {
    return this.#options.conditions ?? PERFECT;
  }

  /** Those who still run. */
  get alive(): readonly SimulatedPeer[] {
    return this.peers.filter((peer) => !this.crashed.has(peer));
  }

  /** Nothing gets through while `act` runs. */
  withOutage(act: () => void): void {
    const links = this.peers.flatMap((peer) => [...peer.links.values()]);
    for (const link of links) link.isCut = true;
    act();
    for (const link of links) link.isCut = false;
  }

  /** Does something so many milliseconds from now. */
  #after(ms: number, act: () => void): void {
    const atMs = this.network.nowMs + ms;
    const place = this.#tasks.findIndex((task) => task.atMs > atMs);
    this.#tasks.splice(place < 0 ? this.#tasks.length : place, 0, { atMs, act });
  }

  #doTasks(): void {
    while (this.#tasks.length > 0 && this.#tasks[0]!.atMs <= this.network.nowMs) {
      this.#tasks.shift()!.act();
    }
  }

  /** Lets `ms` of virtual time pass, or less when `isDone` says so. True when it said so. */
  run(ms: number, isDone: () => boolean = () => false): boolean {
    const endMs = this.network.nowMs + ms;
    while (this.network.nowMs < endMs) {
      const next = this.#nextToWake();
      if (!next || next.wakeMs > endMs) {
        this.network.advance(endMs);
        break;
      }
      this.network.advance(next.wakeMs);
      this.#doTasks();
      this.#wake(next);
      if (isDone()) return true;
    }
    return isDone();
  }

  #nextToWake(): SimulatedPeer | undefined {
    let next: SimulatedPeer | undefined;
    for (const peer of this.peers) if (!next || peer.wakeMs < next.wakeMs) next = peer;
    return next;
  }

  #wake(peer: SimulatedPeer): void {
    const jitter = this.#options.timerJitterMs ?? 1;
    peer.wakeMs += peer.tickMs + (this.random() - 0.5) * jitter;
    peer.player.act();
    peer.session.advance(this.network.localMs(peer.id, this.network.nowMs));
    this.#options.trace?.(peer, this.network.nowMs);
    const { timeline, final } = peer.session.engine;
    this.witness.watch(peer.id, timeline, final);
    this.inputs.watch(peer.id, peer.session);
  }
}

function peerIdAt(place: number): PeerId {
  const id = parsePeerId(`peer-${place}`);
  if (!id) throw new Error('no peer id');
  return id;
}
