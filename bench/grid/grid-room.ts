import { createRandom } from '../../shared/base/seeded-random.ts';
import type { PeerSession } from '../../shared/netplay/peer-session.ts';
import type { Conditions } from '../../shared/netplay/link/simulated-network.ts';
import { NEUTRAL_INPUT } from '../../shared/sim/input.ts';
import { MATCH, PHASE } from '../../shared/sim/match-state.ts';
import { findMember } from '../../shared/room/room-state.ts';
import { SimulatedPlayer } from '../../tests/simulation/simulated-player.ts';
import { type SimulatedPeer, SimulatedRoom } from '../../tests/simulation/simulated-room.ts';
import { KeyChanges } from './key-changes.ts';

/** Crystals of consumer machines: 50 parts in a million either way. */
const CLOCK_ERROR = 0.000_05;
const CLOCK_SKEW_MS = 100_000;
const JOIN_LIMIT_MS = 20_000;
const BEGIN_LIMIT_MS = 10_000;

export type GridRoomOptions = {
  readonly seed: number;
  readonly players: number;
  readonly changesPerSecond: number;
  readonly conditions: Conditions;
};

/** A room of whole peers with the hands that the grid wants, and hooks around every run of a peer. */
export class GridRoom {
  readonly room: SimulatedRoom;
  /** Called right before and right after a peer runs. */
  onBefore: (session: PeerSession) => void = () => {};
  onAfter: (peer: SimulatedPeer, nowMs: number) => void = () => {};
  readonly #options: GridRoomOptions;

  constructor(options: GridRoomOptions) {
    this.#options = options;
    const random = createRandom(options.seed * 7919 + 1);
    const clocks = Array.from({ length: options.players + 1 }, () => ({
      rate: 1 + (random() - 0.5) * 2 * CLOCK_ERROR,
      skewMs: random() * CLOCK_SKEW_MS,
    }));
    this.room = new SimulatedRoom({
      seed: options.seed,
      conditions: options.conditions,
      clocks,
      withLobby: true,
      createPlayer: (session, place) => this.#createPlayer(session, place),
      trace: (peer, nowMs) => this.onAfter(peer, nowMs),
    });
  }

  /** Everybody comes and the match begins, without limits of time and score; false when it does not. */
  begin(): boolean {
    const { room } = this;
    while (room.peers.length < this.#options.players) room.addPeer();
    if (!room.run(JOIN_LIMIT_MS, () => room.peers.every(isIn))) return false;
    const rules = { timeLimitMinutes: 0, scoreLimit: 0 };
    room.peers[0]!.session.request({ type: 'rules', rules });
    for (const { session } of room.peers) session.request({ type: 'ready', ready: true });
    return room.run(BEGIN_LIMIT_MS, () => room.peers.every(hasBegun));
  }

  /** Everybody lets go. */
  release(): void {
    for (const { player } of this.room.peers) player.held = 0;
  }

  #createPlayer(session: PeerSession, place: number): SimulatedPlayer {
    const random = createRandom(this.#options.seed * 31 + place);
    const hands = new KeyChanges(random, this.#options.changesPerSecond);
    const act = (held: number | null): void => {
      this.onBefore(session);
      const { world, self } = session;
      const seat = self === null ? null : (findMember(world.room, self)?.seat ?? null);
      if (seat === null) return;
      const bits = hands.heldAt(this.room.network.nowMs, world, seat);
      session.holdInput(held === null ? bits : NEUTRAL_INPUT);
    };
    return new GridPlayer(session, random, act);
  }
}

class GridPlayer extends SimulatedPlayer {
  readonly #act: (held: number | null) => void;

  constructor(session: PeerSession, random: () => number, act: (held: number | null) => void) {
    super(session, random);
    this.#act = act;
  }

  override act(): void {
    this.#act(this.held);
  }
}

function isIn({ session }: SimulatedPeer): boolean {
  const { self, engine, state } = session;
  const isMember = self !== null && findMember(engine.final.room, self) !== undefined;
  return state.state === 'live' && isMember;
}

function hasBegun({ session }: SimulatedPeer): boolean {
  const { ints } = session.engine.final.match;
  return ints[MATCH.phase] !== PHASE.warmUp && ints[MATCH.phase] !== PHASE.countdown;
}
