import type { SessionStats } from '../../shared/netplay/session-stats.ts';
import { PHASE } from '../../shared/sim/match-state.ts';
import { TICK_RATE } from '../../shared/sim/tick.ts';
import { chaseBall, type PlayKey } from '../page/chase-ball.ts';
import type { Hashes } from '../page/common-checkpoints.ts';
import type { DrivenPage } from '../page/driven-page.ts';
import { type PageFigures, takeFigures, watchTicks } from '../page/page-watch.ts';
import {
  ballOf,
  chaseKeys,
  checkpoints,
  discOf,
  type Look,
  look,
  playUntil,
} from '../page/play.ts';
import type { PacketCounts } from '../../tools/netlab/packet-counts.ts';
import { type BadNetwork, BLACKOUT_MS } from './bad-network.ts';
import {
  acceptInvitation,
  hostRoom,
  type Rules,
  startMatch,
  until,
  untilMembers,
  untilShown,
} from './room-walk.ts';

/**
 * A match by the clock, in seconds. Until `yieldS` both play, for goals or only with the ball; then
 * the guest gets out of the way, so that it comes to an end.
 */
export type MatchPlan = {
  readonly rules: Rules;
  readonly playFor: 'goals' | 'ball';
  readonly blackoutS: number;
  readonly yieldS: number;
};

export type Player = {
  readonly name: string;
  readonly page: DrivenPage;
  /** Where this player finds the lobby. */
  readonly origin: string;
};

export type PlayerFigures = PageFigures & {
  readonly name: string;
  readonly score: readonly [number, number];
  readonly stats: SessionStats;
  readonly hashes: Hashes;
};

export type MatchFigures = {
  readonly seconds: number;
  readonly players: readonly PlayerFigures[];
  /** During the match alone. */
  readonly packets: PacketCounts;
  readonly blackedOut: PacketCounts;
  /** When the blackout began, in seconds since the match did. */
  readonly blackoutS: number;
};

/** Beyond both long walls of the built-in stadium that rooms begin with. */
const CROSS_Y = 400;

const ASIDE: ReadonlySet<PlayKey> = new Set(['KeyW']);

/** Two pages, the host's already open at the lobby's home page, play one whole match. */
export async function playBadlyConnected(
  host: Player,
  guest: Player,
  network: BadNetwork,
  plan: MatchPlan,
): Promise<MatchFigures> {
  const both = [host, guest];
  const invitation = await hostRoom(host.page, plan.rules);
  await guest.page.open(guest.origin + invitation);
  await acceptInvitation(guest.page);
  for (const { page } of both) await untilMembers(page, 2);
  await startMatch(host.page);
  for (const { page } of both) await untilShown(page, 'match');

  for (const { page } of both) await watchTicks(page);
  const before = await network.counts();
  const beganMs = performance.now();
  const { tick: began } = await look(host.page);
  const secondsOf = ({ tick }: Look): number => (tick - began) / TICK_RATE;
  const opening = plan.playFor === 'goals' ? chaseKeys : crossKeys;
  let blackout: Promise<PacketCounts> | null = null;
  let blackoutS = 0;

  await Promise.all([
    playUntil(host.page, isOver, (now) => {
      if (secondsOf(now) >= plan.blackoutS && blackout === null) {
        blackoutS = (performance.now() - beganMs) / 1000;
        blackout = blackOut(network);
      }
      return secondsOf(now) < plan.yieldS ? opening(now) : chaseKeys(now);
    }),
    playUntil(guest.page, isOver, (now) => {
      if (secondsOf(now) < plan.yieldS) return opening(now);
      // Only the side that conceded may touch the ball first.
      return now.phase === PHASE.playing ? ASIDE : chaseKeys(now);
    }),
  ]);
  if (blackout === null) throw new Error('the match was over before the blackout');
  const blackedOut = await blackout;
  for (const { page } of both) await untilShown(page, 'result');
  const seconds = (performance.now() - beganMs) / 1000;
  const packets = difference(await network.counts(), before);
  await untilBothHashed(host.page, guest.page);
  const players = await Promise.all(both.map(takeAll));
  return { seconds, players, packets, blackedOut, blackoutS };
}

/** To and fro across the pitch, far from both goals. */
function crossKeys(now: Look): ReadonlySet<PlayKey> {
  const ball = ballOf(now);
  return chaseBall(discOf(now, now.self), ball, { x: 0, y: ball.y > 0 ? -CROSS_Y : CROSS_Y });
}

function isOver({ phase }: Look): boolean {
  return phase === PHASE.end;
}

/** Until the end of the match is within a checkpoint that both have. */
async function untilBothHashed(host: DrivenPage, guest: DrivenPage): Promise<void> {
  const { tick } = await look(host);
  for (const page of [host, guest]) {
    await until(page, `window.__peerball.stats?.checkpoint?.tick >= ${tick}`);
  }
}

async function takeAll({ name, page }: Player): Promise<PlayerFigures> {
  const figures = await takeFigures(page);
  const { score } = await look(page);
  const stats = await page.evaluate(() => window.__peerball?.stats ?? null);
  if (stats === null) throw new Error(`${name} is in no room`);
  return { name, ...figures, score, stats, hashes: await checkpoints(page) };
}

async function blackOut(network: BadNetwork): Promise<PacketCounts> {
  const before = await network.counts();
  await network.blackout(BLACKOUT_MS);
  return difference(await network.counts(), before);
}

function difference(after: PacketCounts, before: PacketCounts): PacketCounts {
  return {
    in: after.in - before.in,
    dropped: after.dropped - before.dropped,
    out: after.out - before.out,
    lateMs: after.lateMs,
  };
}
