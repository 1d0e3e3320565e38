import { attempt } from '../../../shared/base/attempt.ts';
import type { IceConfig } from '../../../shared/lobby/ice-config.ts';
import type { RoomCode } from '../../../shared/lobby/ids.ts';
import type { Timers } from '../../time/timers.ts';
import { toRtcIceServers } from '../lobby/ice-servers.ts';
import type { PublicChannel } from '../lobby/public-channel.ts';

/** Both sides open it under one number, so nothing is announced; what is late is of no use. */
export const PROBE_CHANNEL = {
  negotiated: true,
  id: 0,
  ordered: false,
  maxRetransmits: 0,
} as const;

/** How one way is measured; the shortest way back counts. */
export type ProbePace = {
  /** Frames that are sent at most, and the pause between two. */
  readonly frames: number;
  readonly betweenMs: number;
  /** It is over as soon as so many came back. */
  readonly enough: number;
};

/** For the list, which has time. */
const LIST_PACE: ProbePace = { frames: 7, betweenMs: 60, enough: 7 };
/** After these the answer is that there is none. */
const PROBE_MS = 6000;
/** STUN that does not answer must not hold up a link within one house. */
const GATHER_MS = 700;

/**
 * [L99] [L134] Measures the way to the host of a listed or a quick room: over a link that is opened for it and closed after.
 *
 * @returns the shortest round trip in milliseconds; null where no link opened in time
 */
export async function measureWay(
  lobby: PublicChannel,
  code: RoomCode,
  ice: IceConfig,
  timers: Timers,
  pace: ProbePace = LIST_PACE,
): Promise<number | null> {
  const made = lobby.hidesAddress ? null : attempt(() => openConnection(ice), null);
  if (made === null) return null;
  const { connection, channel } = made;
  const ends: (() => void)[] = [() => connection.close()];
  try {
    await connection.setLocalDescription();
    const sdp = await gatheredDescription(connection, timers);
    if (sdp === null) return null;
    return await new Promise<number | null>((resolve) => {
      ends.push(timers.after(PROBE_MS, () => resolve(null)));
      ends.push(bounce(channel, timers, pace, resolve));
      void offer(lobby, code, sdp, connection, ends).then((isOffered) =>
        isOffered ? null : resolve(null),
      );
    });
  } catch {
    // Browsers refuse what another one described.
    return null;
  } finally {
    for (const end of ends) end();
  }
}

/** The description with all candidates that came in time; null when there is none. */
export async function gatheredDescription(
  connection: RTCPeerConnection,
  timers: Timers,
): Promise<string | null> {
  if (connection.iceGatheringState !== 'complete') {
    await new Promise<void>((resolve) => {
      const cancel = timers.after(GATHER_MS, resolve);
      connection.addEventListener('icegatheringstatechange', () => {
        if (connection.iceGatheringState !== 'complete') return;
        cancel();
        resolve();
      });
    });
  }
  return connection.localDescription?.sdp ?? null;
}

function openConnection(ice: IceConfig): {
  readonly connection: RTCPeerConnection;
  readonly channel: RTCDataChannel;
} {
  const connection = new RTCPeerConnection({ iceServers: toRtcIceServers(ice) });
  const channel = connection.createDataChannel('probe', PROBE_CHANNEL);
  channel.binaryType = 'arraybuffer';
  return { connection, channel };
}

/** True once the lobby handed the offer on. The answer opens the channel. */
async function offer(
  lobby: PublicChannel,
  code: RoomCode,
  sdp: string,
  connection: RTCPeerConnection,
  ends: (() => void)[],
): Promise<boolean> {
  let wanted: string | null = null;
  const early = new Map<string, string>();
  const take = (answer: string): void => {
    connection.setRemoteDescription({ type: 'answer', sdp: answer }).catch(() => {});
  };
  ends.push(
    lobby.hear('probe:answer', (answer) => {
      if (answer.probe === wanted) take(answer.sdp);
      // Of this one, or of another that is measured at the same time.
      else if (wanted === null) early.set(answer.probe, answer.sdp);
    }),
  );
  const offered = await lobby.ask('probe:offer', { code, sdp });
  if (!offered.ok) return false;
  wanted = offered.value.probe;
  const answer = early.get(wanted);
  if (answer !== undefined) take(answer);
  return true;
}

/** The channel may have closed since it was looked at. */
export function sendQuietly(channel: RTCDataChannel, frame: Uint8Array<ArrayBuffer>): void {
  attempt(() => {
    channel.send(frame);
    return null;
  }, null);
}

/** Sends frames once the channel is open; tells the shortest time in which one came back. */
function bounce(
  channel: RTCDataChannel,
  timers: Timers,
  { frames, betweenMs, enough }: ProbePace,
  onDone: (ms: number | null) => void,
): () => void {
  const sentMs: number[] = [];
  let shortestMs: number | null = null;
  let heard = 0;
  let cancel: (() => void) | null = null;
  const send = (): void => {
    if (sentMs.length >= frames) return onDone(shortestMs);
    sendQuietly(channel, new Uint8Array([sentMs.length]));
    sentMs.push(timers.now());
    cancel = timers.after(betweenMs, send);
  };
  channel.addEventListener('open', send);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const [number] = data instanceof ArrayBuffer ? new Uint8Array(data) : [];
    const atMs = number === undefined ? undefined : sentMs[number];
    if (atMs === undefined) return;
    const ms = timers.now() - atMs;
    shortestMs = shortestMs === null ? ms : Math.min(shortestMs, ms);
    if (++heard >= enough) onDone(shortestMs);
  });
  return () => cancel?.();
}
