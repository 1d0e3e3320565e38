import type { IncomingMessage } from 'node:http';
import { clientAddress, type PrefixNames } from '../limits/address-prefix.ts';
import type { Limits } from '../limits/limits.ts';
import type { PrefixBuckets } from '../limits/prefix-buckets.ts';
import type { PrefixCounts } from '../limits/prefix-counts.ts';
import type { SharedBuckets } from '../limits/shared-buckets.ts';
import type { BufferingSocket } from '../limits/waiting-bytes.ts';
import type { KnownHosts } from '../known-hosts.ts';
import type { Timers } from '../timers.ts';
import { checkRequest, type Refused } from './check-request.ts';
import type { Counters } from './counters.ts';
import type { PacketSocket } from './one-connect.ts';

/** A connection as Engine.IO has it. */
export type RawSocket = BufferingSocket &
  PacketSocket & {
    readonly id: string;
    request: IncomingMessage | null;
    on(event: 'close', run: (this: RawSocket) => void): void;
  };

export type OpenSocketsPorts = {
  readonly hosts: KnownHosts;
  readonly trustedProxies: number;
  readonly timers: Timers;
  readonly limits: Limits;
  readonly shared: SharedBuckets;
  readonly counters: Counters;
  readonly prefixes: PrefixNames;
  /** [L156] Several processes count by equal names, whose key all of them change at one moment. */
  readonly nodes: object | null;
};

/** [L35] [L55] Which connections there are, where they came from, and whether there may be one more. */
export class OpenSockets {
  readonly #ports: OpenSocketsPorts;
  /** Of each connection, and of the request for it: which networks it came from. */
  readonly #networks = new WeakMap<object, readonly string[]>();
  readonly #newConnections: PrefixBuckets;
  readonly #socketsOf: PrefixCounts;
  /** Engine.IO's name for each open connection. */
  readonly #sessions = new Set<string>();
  /** One for all connections. */
  readonly #closed: (this: RawSocket) => void;

  constructor(ports: OpenSocketsPorts) {
    this.#ports = ports;
    this.#socketsOf = ports.shared.sockets(ports.limits.socketsOfPrefix);
    this.#newConnections = ports.shared.of('connections', ports.limits.connections);
    const forget = (raw: RawSocket): void => {
      this.#sessions.delete(raw.id);
      this.#socketsOf.remove(this.networksOf(raw));
    };
    this.#closed = function () {
      forget(this);
    };
  }

  get size(): number {
    return this.#sessions.size;
  }

  /** Names of the networks that a connection came from, narrowest first. */
  networksOf(raw: object): readonly string[] {
    return this.#networks.get(raw) ?? [];
  }

  /** What is wrong with a request or an upgrade; null when nothing is. */
  refuse(request: IncomingMessage, isUpgrade: boolean): Refused | null {
    const { hosts, counters } = this.#ports;
    const refused = checkRequest(request, isUpgrade, {
      hosts,
      isSession: (id) => this.#sessions.has(id),
      refuseNew: (asking) => this.#refuseNew(asking),
    });
    if (refused !== null) counters.add(`request/${refused.reason}`);
    return refused;
  }

  /** Counts a connection until it is closed. */
  count(raw: RawSocket): void {
    const networks = raw.request === null ? [] : this.#namesOf(raw.request);
    this.#networks.set(raw, networks);
    // Headers and what Node keeps beside them: kilobytes that nobody looks at again.
    raw.request = null;
    this.#socketsOf.add(networks);
    this.#sessions.add(raw.id);
    raw.on('close', this.#closed);
  }

  /** What stands in the way of one more connection; null when nothing does. */
  #refuseNew(request: IncomingMessage): Refused | null {
    const { limits, timers } = this.#ports;
    const nowMs = timers.now();
    if (this.size >= limits.sockets) return { status: 503, reason: 'TRY_LATER' };
    const networks = this.#namesOf(request);
    const isLimited =
      this.#socketsOf.isFull(networks, limits.socketsOfPrefix) ||
      this.#newConnections.take(networks, nowMs) > 0;
    return isLimited ? { status: 429, reason: 'RATE_LIMITED' } : null;
  }

  #namesOf(request: IncomingMessage): readonly string[] {
    const known = this.#networks.get(request);
    if (known !== undefined) return known;
    const { timers, trustedProxies, prefixes, nodes } = this.#ports;
    const nowMs = nodes === null ? timers.now() : timers.unixSeconds() * 1000;
    const networks = prefixes.namesOf(clientAddress(request, trustedProxies), nowMs);
    this.#networks.set(request, networks);
    return networks;
  }
}
