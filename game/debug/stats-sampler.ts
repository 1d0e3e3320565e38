import { AS_IT_IS, type ShowRoom } from '../match/shown-names.ts';
import type { Link } from '../../shared/netplay/link/link.ts';
import type { LinkReport } from '../../shared/netplay/session/link-report.ts';
import type { RoomSession } from '../../shared/netplay/room-session.ts';
import type { RoomEngine } from '../../shared/netplay/engine/room-engine.ts';
import type { SessionStats } from '../../shared/netplay/session-stats.ts';
import type { LinkCounters } from '../net/link/peer-link.ts';
import { FrameTimes } from './frame-times.ts';

/** What a session over the network tells beyond the interface; practice has none of it. */
export type StatedSession = RoomSession & {
  /** Null where the final world is not here yet. */
  readonly engine?: Pick<RoomEngine, 'final'> | null;
  /** Null where nothing is known yet. */
  stats?(): SessionStats | null;
  /** Of a session in a worker: makes the truth there wrong by one number. */
  breakFinal?(): void;
};
export type StatedLink = Link & {
  readonly counters?: LinkCounters;
};

export type LinkView = LinkReport & {
  readonly name: string;
  readonly upKbit: number;
  readonly downKbit: number;
};

export type StatsView = {
  readonly tick: number;
  /** Null in practice. */
  readonly session: SessionStats | null;
  readonly sequencerName: string;
  readonly maxDepth: number;
  readonly resimulatedPerS: number;
  readonly frameP50Ms: number;
  readonly frameP95Ms: number;
  readonly links: readonly LinkView[];
};

/**
 * What a datagram costs on the wire beside its own bytes, in a match: the headers of IP, UDP, DTLS and
 * SCTP, its share of acknowledgements and of ICE's checks (bench/README.md).
 */
const OVERHEAD_BYTES = 120;

type Totals = { readonly atMs: number; readonly up: number; readonly down: number };

/** Turns the counters of a session and its links into what happens a second. */
export class StatsSampler {
  readonly #frames = new FrameTimes();
  readonly #totals = new Map<Link, Totals>();
  #session: RoomSession | null = null;
  #maxDepth = 0;
  #resimulated = { atMs: 0, ticks: 0 };

  /** Once a frame: the depth of a rollback stands for one tick only. */
  mark(session: StatedSession, nowMs: number): void {
    this.#frames.mark(nowMs);
    if (session !== this.#session) {
      this.#session = session;
      this.#maxDepth = 0;
      this.#resimulated = { atMs: nowMs, ticks: session.stats?.()?.resimulated ?? 0 };
    }
    this.#maxDepth = Math.max(this.#maxDepth, session.stats?.()?.rollbackDepth ?? 0);
  }

  read(
    session: StatedSession,
    links: readonly StatedLink[],
    nowMs: number,
    showRoom: ShowRoom = AS_IT_IS,
  ): StatsView {
    const stats = session.stats?.() ?? null;
    const nameOf = (peer: string): string =>
      showRoom(session.world.room).members.find((member) => member.peer === peer)?.name ?? '?';
    return {
      tick: session.world.tick,
      session: stats,
      sequencerName: stats ? nameOf(stats.sequencer) : '',
      maxDepth: this.#maxDepth,
      resimulatedPerS: this.#rateOfResimulation(stats?.resimulated ?? 0, nowMs),
      frameP50Ms: this.#frames.quantile(0.5),
      frameP95Ms: this.#frames.quantile(0.95),
      links: session.reports().map((report) => {
        const link = links.find(({ remote }) => remote === report.peer);
        const rates = link ? this.#ratesOf(link, nowMs) : { upKbit: 0, downKbit: 0 };
        return { ...report, ...rates, name: nameOf(report.peer) };
      }),
    };
  }

  #rateOfResimulation(ticks: number, nowMs: number): number {
    const before = this.#resimulated;
    this.#resimulated = { atMs: nowMs, ticks };
    return perSecond(ticks - before.ticks, nowMs - before.atMs);
  }

  #ratesOf(link: StatedLink, nowMs: number): { upKbit: number; downKbit: number } {
    const { sent, received, sentBytes, receivedBytes } = link.counters ?? NOTHING;
    const up = sentBytes + sent * OVERHEAD_BYTES;
    const down = receivedBytes + received * OVERHEAD_BYTES;
    const before = this.#totals.get(link) ?? { atMs: nowMs, up, down };
    this.#totals.set(link, { atMs: nowMs, up, down });
    const elapsedMs = nowMs - before.atMs;
    return {
      upKbit: (perSecond(up - before.up, elapsedMs) * 8) / 1000,
      downKbit: (perSecond(down - before.down, elapsedMs) * 8) / 1000,
    };
  }
}

function perSecond(count: number, elapsedMs: number): number {
  return elapsedMs > 0 ? (count * 1000) / elapsedMs : 0;
}

const NOTHING = { sent: 0, received: 0, sentBytes: 0, receivedBytes: 0 };
