import { hasPendingMark } from '../../consensus/commit.ts';
import { makeAppend, mayOrder } from '../../consensus/leadership.ts';
import { NOBODY } from '../../consensus/members.ts';
import { nextFor } from '../../consensus/progress.ts';
import { findMemberOf } from '../../room/room-state.ts';
import type { PacketBody, PeerChannel } from '../link/peer-channel.ts';
import type { RemotePeer, Remotes } from '../replication/remote-peer.ts';
import type { MemberFeed } from '../replication/member-feed.ts';
import type { Sequencer } from '../replication/sequencer.ts';
import type { RoomEngine } from '../engine/room-engine.ts';
import type { Visibility } from '../session/visibility.ts';
import type { ClockSync } from '../timing/clock-sync.ts';
import type { Agreement } from '../agreement/agreement.ts';

/** The term is told in full so often, beside until it is known to be heard. */
const TOLD_EVERY_TICKS = 60;
/** A world that was told whole and not acknowledged is told again after so long. */
const AGAIN_AFTER_MS = 2_000;
/** What is urgent goes out every tick for so long, in ticks, and then every so many: the way may be thin. */
const URGENT_TICKS = 24;
const STILL_URGENT_TICKS = 4;

/** What is handed on, when, and by whose page. */
export type FeedingParts = {
  readonly engine: RoomEngine;
  readonly clock: ClockSync;
  readonly visibility: Visibility;
  readonly agreement: Agreement;
};

type Sent = ReturnType<MemberFeed['sendConfirms']>;
const NOTHING_SENT: Sent = { count: 0, isAll: false };

/** What the sequencer knows of one link beside consensus: a page that was loaded anew was told nothing. */
type Feed = { readonly channel: PeerChannel; toldTick: number; heardTerm: number; worldMs: number };

/** The sequencer's packets: every peer that consensus feeds gets what it lacks, or a world. */
export class Feeding {
  readonly #parts: FeedingParts;
  readonly #sequencer: Sequencer;
  readonly #feeds = new Map<RemotePeer, Feed>();
  #hasNews = false;
  #urgentTicks = 0;

  constructor(parts: FeedingParts, sequencer: Sequencer) {
    this.#parts = parts;
    this.#sequencer = sequencer;
  }

  /** A command was ordered: every peer shall have it at once. */
  hurry(): void {
    this.#hasNews = true;
  }

  /** The peer showed that it knows the term. */
  noteHeard(remote: RemotePeer): void {
    this.#feedOf(remote).heardTerm = this.#parts.agreement.state.terms.term;
  }

  /** Once a tick. */
  send(now: number, nowMs: number, remotes: Remotes): void {
    const { agreement } = this.#parts;
    const { log } = agreement;
    const { role } = agreement.state;
    if (role.state !== 'sequencer') return;
    // A configuration or a term on its way waits for the slowest answer.
    const isUrgent = this.#noteUrgency(hasPendingMark(log) || role.transferTo !== NOBODY);
    for (const remote of remotes.values()) {
      const { page, channel } = remote;
      const progress = role.progress[page];
      if (!channel.isReady || !progress) continue;
      if (isUrgent || this.#hasNews) remote.pace.hurry();
      this.#sendWorld(remote, nextFor(progress, log.base, log.commit) === null, nowMs);
      if (!remote.pace.isDue(now)) continue;
      const { isAll, count } = this.#sendConfirms(remote, page, now, nowMs);
      remote.pace.sent(now, isAll, count);
    }
    this.#hasNews = false;
  }

  /** Whether every peer is to have the next packet now. */
  #noteUrgency(isUrgent: boolean): boolean {
    this.#urgentTicks = isUrgent ? this.#urgentTicks + 1 : 0;
    if (this.#urgentTicks <= URGENT_TICKS) return isUrgent;
    return this.#urgentTicks % STILL_URGENT_TICKS === 0;
  }

  #sendWorld(remote: RemotePeer, lacksWorld: boolean, nowMs: number): void {
    const { engine } = this.#parts;
    const feed = this.#feedOf(remote);
    const isOwed = lacksWorld && nowMs - feed.worldMs > AGAIN_AFTER_MS;
    const isMember = findMemberOf(engine.room, remote.peer) !== undefined;
    if ((isOwed || remote.needsSnapshot) && isMember && !remote.feed.isLoading) {
      remote.needsSnapshot = false;
      feed.worldMs = nowMs;
      remote.feed.startSnapshot(engine.final);
    }
    for (const part of remote.feed.takeSnapshotParts()) remote.channel.send(part, nowMs);
  }

  #sendConfirms(remote: RemotePeer, page: number, now: number, nowMs: number): Sent {
    const { engine, clock, visibility, agreement } = this.#parts;
    const { state } = agreement;
    const append = makeAppend(state, page);
    if (!append) return NOTHING_SENT;
    const feed = this.#feedOf(remote);
    const { term } = state.terms;
    const isTold = feed.heardTerm === term && Math.abs(now - feed.toldTick) < TOLD_EVERY_TICKS;
    if (!isTold) feed.toldTick = now;
    const view = {
      nowTick: clock.tickAt(nowMs),
      seat: findMemberOf(engine.room, remote.peer)?.seat ?? null,
      isHidden: visibility.isHidden,
      mayOrder: mayOrder(state, nowMs),
      from: append.type === 'append' ? append.from : this.#behindWorld(remote),
      told: isTold ? null : { term, life: state.life },
    };
    const send = (packet: PacketBody): boolean => remote.channel.send(packet, nowMs);
    return remote.feed.sendConfirms(engine, this.#sequencer, view, send);
  }

  /** Behind the world that is on its way; without one the peer only hears whose term it is. */
  #behindWorld({ feed }: RemotePeer): number {
    const { start, end } = this.#parts.engine.timeline;
    return feed.isLoading || feed.startTick > 0 ? Math.max(feed.startTick, start) : end;
  }

  #feedOf(remote: RemotePeer): Feed {
    const known = this.#feeds.get(remote);
    if (known?.channel === remote.channel) return known;
    const feed: Feed = {
      channel: remote.channel,
      toldTick: Number.NEGATIVE_INFINITY,
      heardTerm: -1,
      worldMs: Number.NEGATIVE_INFINITY,
    };
    this.#feeds.set(remote, feed);
    return feed;
  }
}
