import { DISC_X } from '../../shared/sim/match-state.ts';
import type { Random } from '../../shared/base/seeded-random.ts';
import type { PeerId } from '../../shared/base/peer-id.ts';
import { TICK_MS } from '../../shared/sim/tick.ts';
import { ActionQueue } from './action-queue.ts';
import { BotMover } from './bot-mover.ts';
import { Company, isCompany, LOOK_MS } from './company.ts';
import { Bouncer, SENT_AWAY_TIMES } from './bouncer.ts';
import { WayBreaker } from './broken-ways.ts';
import { type ChaosKind, hasCuts, isBrokenWays } from './chaos-kinds.ts';
import type { LuckPorts } from './luck-ports.ts';
import { RoomTools } from './room-tools.ts';
import { ScriptTools } from './script-tools.ts';
import { slowDown } from './slow-machine.ts';
import { thinLine } from './thin-line.ts';
import type { SimulatedPeer, SimulatedRoom } from './simulated-room.ts';

const ACTIONS_MAX = 5;
const PEERS_MAX = 8;
/** So much is done beside. */
const BESIDE_MAX = 10;
/** The same of a script. */
const SCRIPTED_MAX = 60;
/** The game's clock is a worker's, which browsers leave alone; a weak machine slows it down all the same. */
const THROTTLED_MS = 250;
/** No browser does so at once. */
const THROTTLED_AFTER_MS = 1_000;
/** So much happens at once, of what happens by chance else. */
const BURST_COUNT = 6;
const BURST_MS = 2_500;
/** Until the others hear from the lobby that somebody has left. */
const LOBBY_MS = 60;
const STADIUMS = ['classic', 'big', 'small', 'rounded', 'huge'];

/**
 * Bad luck in a room, decided by chance: crashes, reloads, goodbyes, latecomers, broken links, stalled
 * processors, hidden tabs, wrong states, other stadiums, and, when asked for, outages and partitions. Everything is well again when it ends.
 */
export class Chaos {
  readonly log: string[] = [];
  readonly #room: SimulatedRoom;
  readonly #random: Random;
  readonly #kind: ChaosKind;
  readonly #queue = new ActionQueue();
  #left = new Set<SimulatedPeer>();
  #struck = new Set<PeerId>();
  #desyncs = 0;
  #isLinkBroken = false;
  #isShifting = false;
  readonly #ports: LuckPorts;
  readonly #ways: WayBreaker;
  readonly #bots: BotMover;
  readonly #tools: RoomTools;
  readonly #company: Company;
  readonly #script: ScriptTools;
  readonly #bouncer: Bouncer;

  constructor(room: SimulatedRoom, random: Random, kind: ChaosKind) {
    this.#room = room;
    this.#random = random;
    this.#kind = kind;
    this.#ports = {
      room,
      random,
      after: (ms, act) => this.#after(ms, act),
      note: (text) => this.#note(text),
    };
    this.#ways = new WayBreaker(this.#ports);
    this.#bots = new BotMover(this.#ports);
    this.#tools = new RoomTools(this.#ports);
    this.#script = new ScriptTools(this.#ports);
    this.#bouncer = new Bouncer({
      ...this.#ports,
      mayLose: () => this.#mayLose() && room.peers.length < PEERS_MAX,
      gone: (peer) => this.#end(peer),
      come: () => this.#comeLate(),
    });
    this.#company = new Company({
      ...this.#ports,
      bots: this.#bots,
      come: () => this.#comeLate(),
      leave: (peer) => this.#sayGoodbye(peer),
    });
  }

  /** Those who said goodbye for good. */
  get left(): ReadonlySet<SimulatedPeer> {
    return this.#left;
  }

  /** Those whose own machine or network failed: what they stall is their own fault. */
  get struck(): ReadonlySet<PeerId> {
    return this.#struck;
  }

  /** Most members that were idle at once. */
  get idle(): number {
    return this.#company.idle;
  }

  /** States that were made wrong. */
  get desyncs(): number {
    return this.#desyncs;
  }

  /** Lets `ms` go by, with bad luck in the first two thirds. */
  run(ms: number): void {
    const room = this.#room;
    const startMs = room.network.nowMs;
    const count = this.#kind === 'calm' ? 0 : 1 + Math.floor(this.#random() * ACTIONS_MAX);
    const badMs = ms * 0.66;
    this.#spread(count, startMs, badMs, () => this.#strike());
    if (this.#kind === 'changes') {
      this.#spread(BURST_COUNT, startMs + ms * 0.2, BURST_MS, () => this.#strike());
    }
    const beside = this.#beside();
    const times = this.#kind === 'script' ? SCRIPTED_MAX : BESIDE_MAX;
    if (beside) this.#spread(times, startMs, badMs, beside);
    if (this.#kind === 'script') {
      this.#spread(SENT_AWAY_TIMES, startMs, badMs, () => this.#bouncer.sendAway());
    }
    const kind = this.#kind;
    if (isCompany(kind)) {
      for (let atMs = 0; atMs < ms; atMs += LOOK_MS) {
        this.#queue.at(startMs + atMs, () => this.#company.look(kind));
      }
    }
    this.#queue.play(room, startMs + ms);
  }

  /** So many times, at any moment within so many ms. */
  #spread(times: number, fromMs: number, withinMs: number, act: () => void): void {
    for (let count = 0; count < times; count++) {
      this.#queue.at(fromMs + this.#random() * withinMs, act);
    }
  }

  /** What people do meanwhile. */
  #beside(): (() => void) | null {
    const kind = this.#kind;
    if (isCompany(kind)) return () => this.#company.act(kind);
    if (this.#kind === 'script') return () => this.#script.act();
    if (this.#kind === 'bots') return () => this.#bots.act();
    return this.#kind === 'tools' ? () => this.#tools.act() : null;
  }

  #after(ms: number, act: () => void): void {
    this.#queue.at(this.#room.network.nowMs + ms, act);
  }

  #strike(): void {
    const { alive } = this.#room;
    const victim = alive[Math.floor(this.#random() * alive.length)];
    if (!victim) return;
    if (isBrokenWays(this.#kind)) return this.#ways.strike(this.#kind);
    if (this.#kind === 'slow') return this.#slowDown(victim);
    if (this.#kind === 'thin') return this.#thinLine(victim);
    const choices = [
      () => this.#crash(victim),
      () => this.#sayGoodbye(victim),
      () => this.#stall(victim),
      () => this.#breakLink(victim),
      () => this.#comeLate(),
    ];
    const mishaps = [
      () => this.#hide(victim),
      () => this.#breakTruth(victim),
      () => this.#changeStadium(),
      () => this.#hide(victim),
    ];
    const cuts = [() => this.#isolate(victim), () => this.#split(), () => this.#isolate(victim)];
    const shifts = [() => this.#shift(), () => this.#shift(), () => this.#shift()];
    const links = [() => this.#breakLink(victim), () => this.#breakLink(victim)];
    const hasMishaps = this.#kind === 'mishaps' || this.#kind === 'all';
    const all = [
      ...choices,
      ...(hasCuts(this.#kind) && this.#kind !== 'changes' ? cuts : []),
      ...(hasMishaps ? mishaps : []),
      ...(this.#kind === 'shifts' ? shifts : []),
      ...(this.#kind === 'changes' ? links : []),
    ];
    all[Math.floor(this.#random() * all.length)]?.();
  }

  #crash(victim: SimulatedPeer): void {
    if (!this.#mayLose()) return;
    this.#note(`${victim.id} crashes`);
    this.#struck.add(victim.id);
    this.#room.crash(victim);
    this.#after(200 + this.#random() * 6_000, () => {
      this.#note(`${victim.id} is back`);
      this.#room.reload(victim);
    });
  }

  #sayGoodbye(victim: SimulatedPeer): void {
    if (!this.#mayLose() || this.#room.peers.length < 3) return;
    // A peer that takes the only world along leaves nothing to come into.
    const others = this.#room.alive.filter((peer) => peer !== victim);
    if (!others.some(({ session }) => session.state.state === 'live')) return;
    this.#note(`${victim.id} says goodbye`);
    victim.session.close();
    this.#end(victim);
  }

  /** This page is over, and the lobby tells the others. */
  #end(victim: SimulatedPeer): void {
    this.#room.crash(victim);
    if (this.#room.lobby.leave(victim.id)) this.#after(LOBBY_MS, () => this.#tellGone(victim));
    this.#left.add(victim);
  }

  #tellGone({ id }: SimulatedPeer): void {
    const { alive, lobby } = this.#room;
    for (const peer of alive) if (!lobby.offline.has(peer.id)) peer.session.forget(id);
  }

  /** Without a lobby only a majority can go on, so a majority has to stay. */
  #mayLose(): boolean {
    const { alive, peers, lobby } = this.#room;
    return lobby.isReachable ? alive.length > 1 : (alive.length - 1) * 2 > peers.length;
  }

  #stall(victim: SimulatedPeer): void {
    const ms = 50 + this.#random() * (hasCuts(this.#kind) ? 2_500 : 500);
    this.#note(`${victim.id} stalls for ${ms.toFixed()} ms`);
    victim.wakeMs += ms;
    this.#struck.add(victim.id);
  }

  #slowDown(victim: SimulatedPeer): void {
    this.#struck.add(victim.id);
    slowDown(victim, this.#ports);
  }

  #thinLine(victim: SimulatedPeer): void {
    this.#struck.add(victim.id);
    thinLine(victim, this.#ports);
  }

  /** Some machines let a hidden tab run now and then only. */
  #hide(victim: SimulatedPeer): void {
    const ms = 500 + this.#random() * 20_000;
    const isThrottled = this.#random() < 0.4;
    this.#note(`${victim.id} is hidden for ${ms.toFixed()} ms${isThrottled ? ', throttled' : ''}`);
    victim.session.setHidden(true);
    if (isThrottled && ms > THROTTLED_AFTER_MS) {
      this.#struck.add(victim.id);
      this.#after(THROTTLED_AFTER_MS, () => {
        victim.tickMs = THROTTLED_MS;
      });
    }
    this.#after(ms, () => {
      this.#note(`${victim.id} is seen again`);
      victim.session.setHidden(false);
      victim.tickMs = TICK_MS;
    });
  }

  /** What this peer holds as true becomes something else. */
  #breakTruth(victim: SimulatedPeer): void {
    if (victim.session.state.state !== 'live') return;
    this.#note(`the state of ${victim.id} is made wrong`);
    this.#desyncs += 1;
    const { discs } = victim.session.engine.final.match;
    discs[DISC_X] = discs[DISC_X]! + 1;
  }

  /** The host ends the match and begins another one elsewhere. */
  #changeStadium(): void {
    const host = this.#room.alive.find(
      ({ session }) => session.self !== null && session.engine.final.room.host === session.self,
    );
    const stadium = STADIUMS[Math.floor(this.#random() * STADIUMS.length)]!;
    if (!host) return;
    this.#note(`${host.id} changes to ${stadium}`);
    host.session.request({ type: 'stop' });
    host.session.request({ type: 'stadium', stadium });
    this.#after(1_500, () => host.session.request({ type: 'start' }));
  }

  #breakLink(victim: SimulatedPeer): void {
    const others = this.#room.alive.filter((peer) => peer !== victim);
    const other = others[Math.floor(this.#random() * others.length)];
    // Two broken links at once can cut a room in two.
    if (!other || (!hasCuts(this.#kind) && this.#isLinkBroken)) return;
    this.#isLinkBroken = true;
    this.#struck.add(victim.id).add(other.id);
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
    if (this.#room.peers.length >= PEERS_MAX) return;
    const sequencer = this.#room.lobby.sequencer ?? this.#room.peers[0]!.id;
    this.#note(`${this.#room.addPeer(sequencer).id} comes late`);
  }

  /** Half of the time the lobby is out of reach too: the own network is out. */
  #isolate(victim: SimulatedPeer): void {
    const ms = 200 + this.#random() * 5_000;
    this.#cut([victim], ms);
    // From the same draw, so that seeds that are kept go on as before.
    if (ms % 1 < 0.5) return;
    const { offline } = this.#room.lobby;
    this.#note(`${victim.id} is offline`);
    offline.add(victim.id);
    this.#after(ms, () => offline.delete(victim.id));
  }

  #split(): void {
    this.#cut(this.#half(), 500 + this.#random() * 5_000);
  }

  /** Peers that were apart come together in other parts, perhaps with newcomers. */
  #shift(): void {
    if (this.#isShifting) return;
    this.#isShifting = true;
    const ms = 1_000 + this.#random() * 4_000;
    this.#cut(this.#half(), ms);
    if (this.#random() < 0.5) {
      const beforeMs = this.#random() * 400;
      for (let count = 0; count < 2; count++) this.#after(ms - beforeMs, () => this.#comeLate());
    }
    this.#after(ms, () => {
      this.#isShifting = false;
      this.#cut(this.#half(), 500 + this.#random() * 4_000);
    });
  }

  #half(): readonly SimulatedPeer[] {
    return this.#room.alive.filter(() => this.#random() < 0.5);
  }

  #cut(group: readonly SimulatedPeer[], ms: number): void {
    const isSmall = group.length * 2 < this.#room.alive.length;
    for (const { id } of isSmall ? group : this.#room.alive) this.#struck.add(id);
    this.#note(`cut off for ${ms.toFixed()} ms: ${group.map((peer) => peer.id).join()}`);
    this.#after(ms, this.#room.cut(group));
  }

  #note(text: string): void {
    this.log.push(`${(this.#room.network.nowMs / 1000).toFixed(2)} s: ${text}`);
  }
}
