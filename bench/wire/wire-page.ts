import { PeerLink } from '../../game/net/link/peer-link.ts';
import { pageClock } from '../../game/time/page-clock.ts';
import { pageTimers } from '../../game/time/timers.ts';
import type { PeerId } from '../../shared/base/peer-id.ts';
import type { LinkSignal } from '../../shared/lobby/signal.ts';
import { PeerSession } from '../../shared/netplay/peer-session.ts';
import { createRandom } from '../../shared/base/seeded-random.ts';
import { MATCH, PHASE } from '../../shared/sim/match-state.ts';
import { findMember } from '../../shared/room/room-state.ts';
import type { Team } from '../../shared/sim/team.ts';
import { TICK_MS } from '../../shared/sim/tick.ts';
import { StadiumCollection } from '../../shared/stadium/stadium-collection.ts';
import { KeyChanges } from '../grid/key-changes.ts';

declare global {
  interface Window {
    /** Lent by whoever drives the page: takes a signal to another page. */
    carrySignal(text: string): Promise<string | null>;
  }
}

export type WirePlan = {
  readonly self: PeerId;
  /** Everybody, the sequencer first. */
  readonly peers: readonly PeerId[];
  readonly changesPerSecond: number;
  readonly seed: number;
};

export type CarriedSignal = {
  readonly from: PeerId;
  readonly to: PeerId;
  readonly payload: LinkSignal;
};

export type WireLook = {
  readonly isSeated: boolean;
  /** The ball is free. */
  readonly isPlaying: boolean;
  readonly tick: number;
  /** Messages of all data channels. */
  readonly sent: number;
  readonly sentBytes: number;
  readonly received: number;
  readonly skipped: number;
  readonly stalledTicks: number;
  readonly resimulated: number;
};

let session: PeerSession | null = null;
const links = new Map<PeerId, PeerLink>();
/** From pages that began before this one. */
const early: CarriedSignal[] = [];

/** One machine of a room without lobby, pictures and sounds: the netcode and the links of the game. */
export function begin({ self, peers, changesPerSecond, seed }: WirePlan): void {
  const place = peers.indexOf(self);
  const random = createRandom(seed * 31 + place);
  const hands = new KeyChanges(random, changesPerSecond);
  const own = new PeerSession({
    self,
    name: self,
    role: place === 0 ? 'create' : 'join',
    sequencer: peers[0]!,
    roomTag: 'wire',
    stadiums: new StadiumCollection(),
    stadium: 'classic',
    nowMs: pageClock.now(),
    seed,
    page: place,
    witness: null,
  });
  session = own;
  for (const remote of peers) if (remote !== self) openLink(own, self, remote, peers);
  for (const signal of early.splice(0)) takeSignal(signal);
  // As often as the game's worker calls, by the clock that stamps what links hear.
  setInterval(() => {
    const nowMs = pageClock.now();
    const seat = seatOf(own);
    if (seat !== null) own.holdInput(hands.heldAt(nowMs, own.world, seat));
    own.advance(nowMs);
  }, TICK_MS / 2);
}

function openLink(own: PeerSession, self: PeerId, remote: PeerId, peers: readonly PeerId[]): void {
  const link = new PeerLink({
    remote,
    initiator: peers.indexOf(self) < peers.indexOf(remote),
    turnOnly: false,
    iceServers: [],
    timers: pageTimers,
    onSignal: (payload) => {
      const signal: CarriedSignal = { from: self, to: remote, payload };
      void window.carrySignal(JSON.stringify(signal));
    },
    onOpen: () => own.addLink(link, peers.indexOf(remote)),
    onEnd: () => {},
  });
  links.set(remote, link);
}

/** Takes a signal that the test carried over from the other page. */
export function takeSignal(signal: CarriedSignal): void {
  const link = links.get(signal.from);
  if (link) link.accept(signal.payload);
  else early.push(signal);
}

/** Goes to a team: of those on the bench others hear too little to be counted. */
export function takeTeam(team: Team): void {
  if (session && session.self !== null)
    session.request({ type: 'team', member: session.self, team });
}

/** Asks for a match without limits, and says to be ready for it. */
export function ask(isHost: boolean): void {
  if (isHost) {
    session?.request({ type: 'rules', rules: { timeLimitMinutes: 0, scoreLimit: 0 } });
  }
  session?.request({ type: 'ready', ready: true });
}

/** Members of the room as this page sees it. */
export function countMembers(): number {
  return session?.engine.room.members.length ?? 0;
}

/** The figures of this page at this moment. */
export function look(): WireLook {
  if (!session) throw new Error('nothing has begun');
  const all = [...links.values()].map(({ counters }) => counters);
  const sum = (pick: (counters: (typeof all)[number]) => number): number =>
    all.reduce((total, each) => total + pick(each), 0);
  return {
    isSeated: seatOf(session) !== null,
    isPlaying: session.engine.final.match.ints[MATCH.phase] === PHASE.playing,
    tick: session.world.tick,
    sent: sum(({ sent }) => sent),
    sentBytes: sum(({ sentBytes }) => sentBytes),
    received: sum(({ received }) => received),
    skipped: sum(({ skipped }) => skipped),
    stalledTicks: session.counts.stalledTicks,
    resimulated: session.engine.rollbacks.resimulated,
  };
}

function seatOf({ self, world }: PeerSession) {
  return self === null ? null : (findMember(world.room, self)?.seat ?? null);
}
