import type { IceConfig } from '../../../shared/lobby/ice-config.ts';
import type { RoomChannel } from './room-channel.ts';
import type { Timers } from '../../time/timers.ts';

/** Credentials are renewed early: a link may still need them while it is being built. */
const USED_SHARE_OF_LIFETIME = 0.8;

/** The STUN and TURN servers for the next link, with credentials that still hold. */
export class IceServers {
  readonly #channel: RoomChannel;
  readonly #timers: Timers;
  #config: IceConfig;
  #fetchedMs: number;

  constructor(channel: RoomChannel, first: IceConfig, timers: Timers) {
    this.#channel = channel;
    this.#timers = timers;
    this.#config = first;
    this.#fetchedMs = timers.now();
  }

  /** Old credentials are better than none: without them a direct way may still be found. */
  async take(): Promise<RTCIceServer[]> {
    if (this.#stale()) {
      const fetched = await this.#channel.fetchIce();
      if (fetched.ok) {
        this.#config = fetched.value;
        this.#fetchedMs = this.#timers.now();
      }
    }
    return toRtcIceServers(this.#config);
  }

  #stale(): boolean {
    const usableMs = this.#config.lifetimeS * 1000 * USED_SHARE_OF_LIFETIME;
    return usableMs > 0 && this.#timers.now() - this.#fetchedMs > usableMs;
  }
}

/** The lobby's ICE servers as WebRTC takes them: without the keys that are not set. */
export function toRtcIceServers(config: IceConfig): RTCIceServer[] {
  return config.servers.map(({ urls, username, credential }) => ({
    urls,
    ...(username === undefined ? {} : { username }),
    ...(credential === undefined ? {} : { credential }),
  }));
}
