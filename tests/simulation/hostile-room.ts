import { TICK_MS } from '../../shared/sim/tick.ts';
import { TEAM_NONE } from '../../shared/sim/team.ts';
import { HostilePeer } from './hostile-peer.ts';
import { beginMatch } from './running-match.ts';
import { type SimulatedPeer, SimulatedRoom } from './simulated-room.ts';
import { TimelineWitness } from './timeline-witness.ts';

const FAIR = { delayMs: 40, jitterMs: 8, loss: 0.02, reorder: 0.01, duplicate: 0.01 };

const LOOK_EVERY_MS = 100;

/** What the honest peers lived through. */
export type Harm = {
  /** ms that the worst of them stood still: nothing moved on its screen. */
  readonly stillMs: number;
  /** ms: the longest time in which nothing became final at one of them. */
  readonly restMs: number;
  /** Terms behind the one at the start, at the one that has most. */
  readonly terms: number;
  /** Of the longest rollback. */
  readonly rollbackTicks: number;
  /** ms from when two of the honest held different final ticks until all of them knew. */
  readonly unnoticedMs: number;
  /** Ticks that are final in two ways among the honest. */
  readonly differences: readonly string[];
};

/** What the liar is in the room: it makes it as the sequencer, else it comes last. */
type Part = {
  readonly withLobby?: boolean;
  readonly as?: 'player' | 'spectator' | 'sequencer';
  readonly seed?: number;
};

type Watched = {
  predicted: number;
  final: number;
  finalMs: number;
  stillMs: number;
  restMs: number;
};

/** A match in which one of the peers has a modified client, and what it does to the others. */
export class HostileRoom {
  readonly room: SimulatedRoom;
  readonly liar: HostilePeer;
  readonly #watched = new Map<SimulatedPeer, Watched>();
  readonly #witness = new TimelineWitness();
  #firstTerm = 0;
  #rollbackTicks = 0;
  #unnoticedMs = 0;
  #differsMs: number | null = null;
  #act: (() => void) | null = null;

  /** @param honest how many play fair */
  constructor(honest: number, { withLobby = false, as = 'player', seed = 21 }: Part = {}) {
    const trace = (peer: SimulatedPeer, nowMs: number): void => this.#watch(peer, nowMs);
    this.room = new SimulatedRoom({ seed, conditions: FAIR, withLobby, trace });
    this.room.lobby.latencyMs = 30;
    beginMatch(this.room, honest + 1);
    const { peers } = this.room;
    this.liar = new HostilePeer(this.room, as === 'sequencer' ? peers[0]! : peers.at(-1)!);
    if (as === 'spectator') this.#sitDown();
  }

  #sitDown(): void {
    const { session } = this.liar.peer;
    session.request({ type: 'team', member: session.self!, team: TEAM_NONE });
    this.room.run(1_000);
  }

  /** What the honest hold against others, each sign once. */
  get suspicions(): readonly string[] {
    const signs = this.honest.flatMap(({ session }) =>
      session.stats().suspects.map(({ peer, suspicion }) => `${peer} ${suspicion}`),
    );
    return [...new Set(signs)].toSorted();
  }

  get honest(): readonly SimulatedPeer[] {
    return this.room.alive.filter((peer) => peer !== this.liar.peer);
  }

  /** Lets time pass in which the liar does this each time its client runs. */
  attack(ms: number, act: () => void): Harm {
    this.#watched.clear();
    this.#witness.clear();
    this.#rollbackTicks = 0;
    this.#firstTerm = Math.max(...this.honest.map(({ session }) => session.stats().term));
    this.#unnoticedMs = 0;
    this.#differsMs = null;
    return this.goOn(ms, act);
  }

  /** More of the same. */
  goOn(ms: number, act: () => void = () => {}): Harm {
    this.#act = act;
    for (let passedMs = 0; passedMs < ms; passedMs += LOOK_EVERY_MS) {
      this.room.run(Math.min(LOOK_EVERY_MS, ms - passedMs));
      this.#lookForDifferences();
    }
    this.#act = null;
    return this.harm;
  }

  /** Final ticks differ: until each of those who hold another than the rest has noticed it. */
  #lookForDifferences(): void {
    const { nowMs } = this.room.network;
    if (this.#witness.differences.length === 0) return;
    this.#differsMs ??= nowMs;
    const isNoticed = this.honest.every(({ session }) =>
      session.stats().suspects.some(({ suspicion }) => suspicion === 'differs'),
    );
    if (!isNoticed) this.#unnoticedMs = nowMs - this.#differsMs;
  }

  get harm(): Harm {
    const watched = [...this.#watched.values()];
    const newest = Math.max(...this.honest.map(({ session }) => session.stats().term));
    const { nowMs } = this.room.network;
    return {
      stillMs: Math.round(Math.max(0, ...watched.map(({ stillMs }) => stillMs))),
      restMs: Math.round(
        Math.max(0, ...watched.map(({ restMs, finalMs }) => Math.max(restMs, nowMs - finalMs))),
      ),
      terms: Math.floor(newest / 32) - Math.floor(this.#firstTerm / 32),
      rollbackTicks: this.#rollbackTicks,
      unnoticedMs: Math.round(this.#unnoticedMs),
      differences: this.#witness.differences,
    };
  }

  #watch(peer: SimulatedPeer, nowMs: number): void {
    if (!this.#act) return;
    if (peer === this.liar.peer) return this.#act();
    const { timeline, predicted, rollbacks } = peer.session.engine;
    const before = this.#watched.get(peer);
    const now = before ?? {
      predicted: predicted.tick - 1,
      final: timeline.finalEnd,
      finalMs: nowMs,
      stillMs: 0,
      restMs: 0,
    };
    if (predicted.tick === now.predicted) now.stillMs += peer.tickMs;
    if (timeline.finalEnd > now.final) {
      now.restMs = Math.max(now.restMs, nowMs - now.finalMs);
      now.finalMs = nowMs;
    }
    now.predicted = predicted.tick;
    now.final = timeline.finalEnd;
    this.#rollbackTicks = Math.max(this.#rollbackTicks, rollbacks.depth);
    this.#watched.set(peer, now);
    this.#witness.watch(peer.id, timeline, peer.session.engine.final);
  }
}

/** Does something about so many times a second, when called once a tick. */
export function perSecond(times: number, act: () => void): () => void {
  let owed = 0;
  return () => {
    for (owed += (times * TICK_MS) / 1_000; owed >= 1; owed -= 1) act();
  };
}
