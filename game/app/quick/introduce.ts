import { ok, type Result } from '../../../shared/base/result.ts';
import type { IceConfig } from '../../../shared/lobby/ice-config.ts';
import type { RoomCode } from '../../../shared/lobby/ids.ts';
import { QUICK_RTT_MS_MAX } from '../../../shared/lobby/limits.ts';
import type { LobbyError } from '../../../shared/lobby/lobby-error.ts';
import type { QueueJoin } from '../../../shared/lobby/quick.ts';
import type { PublicChannel } from '../../net/lobby/public-channel.ts';
import type { Timers } from '../../time/timers.ts';

/** What a page says of its person as it asks for a place among strangers, but for the name. */
export type Introduction = Omit<QueueJoin, 'nonce' | 'name'>;

export type IntroducePorts = {
  readonly lobby: Pick<PublicChannel, 'ask' | 'isOnline'>;
  readonly timers: Timers;
  readonly hand: QueueJoin['hand'];
  readonly skill: number | undefined;
  /** The way to a room's host in ms, there and back; null where none opened. */
  readonly measure: (code: RoomCode, ice: IceConfig) => Promise<number | null>;
};

/** What was not measured by then is left out: a person waits for it. */
const MEASURE_MS = 900;

/**
 * [L134] Asks the lobby which rooms there are, and measures the ways to them and to the lobby. Fails only where
 * the place could not be asked for either.
 */
export async function introduce(ports: IntroducePorts): Promise<Result<Introduction, LobbyError>> {
  const { lobby, timers, hand, skill, measure } = ports;
  const said = skill === undefined ? { hand } : { hand, skill };
  // The first request of a page brings the connection too, which takes several ways.
  if (!lobby.isOnline) await lobby.ask('queue:near', said);
  const askedMs = timers.now();
  const near = await lobby.ask('queue:near', said);
  if (!near.ok) return near.error.code === 'RATE_LIMITED' ? ok(said) : near;
  const rttMs = toRtt(timers.now() - askedMs);
  const { codes, ice } = near.value;
  const measured = await Promise.all(
    codes.map(async (code) => ({ code, ms: await inTime(measure(code, ice), timers) })),
  );
  const ways = measured.flatMap(({ code, ms }) =>
    ms === null ? [] : [{ code, rttMs: toRtt(ms) }],
  );
  return ok(ways.length === 0 ? { ...said, rttMs } : { ...said, rttMs, ways });
}

function inTime(measuring: Promise<number | null>, timers: Timers): Promise<number | null> {
  return new Promise((resolve) => {
    const cancel = timers.after(MEASURE_MS, () => resolve(null));
    const end = (ms: number | null): void => {
      cancel();
      resolve(ms);
    };
    measuring.then(end, () => end(null));
  });
}

function toRtt(ms: number): number {
  return Math.min(QUICK_RTT_MS_MAX, Math.max(0, Math.round(ms)));
}
