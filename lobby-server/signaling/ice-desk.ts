import type { IceConfig } from '../../shared/lobby/ice-config.ts';
import type { Limits } from '../limits/limits.ts';
import type { PrefixBuckets } from '../limits/prefix-buckets.ts';
import type { SharedBuckets } from '../limits/shared-buckets.ts';
import type { RoomRecord } from '../store/room-store.ts';
import type { Timers } from '../timers.ts';
import { type IceSettings, makeIceConfig, makeStunConfig } from './turn-credentials.ts';

export type IceDeskPorts = {
  readonly settings: IceSettings;
  readonly limits: Pick<Limits, 'turnPasswords'>;
  readonly shared: SharedBuckets;
  readonly timers: Pick<Timers, 'now' | 'unixSeconds'>;
};

/** s after which a page asks again that got no TURN: at once where somebody comes, and when others had too many. */
const ALONE_S = 1;
const LATER_S = 60;

/**
 * [L144] Gives TURN passwords to those who have somebody to reach, so many for each address. A room alone is
 * opened by anybody; with a password goes the relay's traffic for an hour.
 */
export class IceDesk {
  readonly #ports: IceDeskPorts;
  readonly #given: PrefixBuckets;

  constructor(ports: IceDeskPorts) {
    this.#ports = ports;
    this.#given = ports.shared.of('turnPasswords', ports.limits.turnPasswords);
  }

  /** The servers for this member of the room. */
  give(room: RoomRecord, member: string, networks: readonly string[]): IceConfig {
    const { settings, timers } = this.#ports;
    const stun = makeStunConfig(settings);
    if (settings.turnUrls.length === 0) return stun;
    const isAlone = room.seats.every(({ id, connection }) => id === member || connection === null);
    if (isAlone) return { ...stun, lifetimeS: ALONE_S };
    const nowMs = timers.now();
    if (this.#given.take(networks, nowMs) > 0) {
      return { ...stun, lifetimeS: LATER_S };
    }
    return makeIceConfig(settings, member, timers.unixSeconds());
  }
}
