import { attempt } from '../../../shared/base/attempt.ts';
import type { IceConfig } from '../../../shared/lobby/ice-config.ts';
import type { Timers } from '../../time/timers.ts';
import { toRtcIceServers } from '../lobby/ice-servers.ts';
import type { PublicChannel } from '../lobby/public-channel.ts';
import { gatheredDescription, PROBE_CHANNEL, sendQuietly } from './probe.ts';

/** A probe is over within these, whatever the other side does. */
const KEPT_MS = 6000;
/** Links at once, so that lookers-on cost a match nothing. */
const LINKS_MAX = 6;
/** Frames of a probe that are sent back; an honest one sends fewer. */
const FRAMES_MAX = 16;
const FRAME_BYTES_MAX = 16;

/** [L99] The host's end of probes: opens what strangers ask for, sends their frames back, and closes. */
export class ProbeAnswerer {
  readonly #lobby: PublicChannel;
  readonly #timers: Timers;
  readonly #ice: () => IceConfig;
  readonly #stop: () => void;
  readonly #links = new Set<() => void>();

  /** @param ice the servers of the room's own links */
  constructor(lobby: PublicChannel, ice: () => IceConfig, timers: Timers) {
    this.#lobby = lobby;
    this.#ice = ice;
    this.#timers = timers;
    this.#stop = lobby.hear('probe:offer', ({ probe, sdp }) => void this.#answer(probe, sdp));
  }

  close(): void {
    this.#stop();
    for (const end of this.#links) end();
  }

  async #answer(probe: string, sdp: string): Promise<void> {
    if (this.#links.size >= LINKS_MAX || this.#lobby.hidesAddress) return;
    const iceServers = toRtcIceServers(this.#ice());
    const connection = attempt(() => new RTCPeerConnection({ iceServers }), null);
    if (connection === null) return;
    const end = (): void => {
      cancel();
      this.#links.delete(end);
      connection.close();
    };
    const cancel = this.#timers.after(KEPT_MS, end);
    this.#links.add(end);
    try {
      sendBack(connection.createDataChannel('probe', PROBE_CHANNEL), end);
      await connection.setRemoteDescription({ type: 'offer', sdp });
      await connection.setLocalDescription();
      const answer = await gatheredDescription(connection, this.#timers);
      if (answer !== null && this.#links.has(end)) {
        await this.#lobby.ask('probe:answer', { probe, sdp: answer });
      }
    } catch {
      // Another browser's description, or one that was made up.
      end();
    }
  }
}

function sendBack(channel: RTCDataChannel, onEnd: () => void): void {
  let frames = 0;
  channel.binaryType = 'arraybuffer';
  channel.addEventListener('close', onEnd);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!(data instanceof ArrayBuffer) || data.byteLength > FRAME_BYTES_MAX) return onEnd();
    if (++frames > FRAMES_MAX) return onEnd();
    sendQuietly(channel, new Uint8Array(data));
  });
}
