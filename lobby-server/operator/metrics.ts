import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { QueueStatus } from '../../shared/lobby/quick.ts';
import { WAIT_ENDS, type WaitEnd } from '../quick/quick-waits.ts';
import type { RoomRecord } from '../store/room-store.ts';
import { countStates, ROOM_STATES, WAYS } from './figures.ts';

export type MetricsPorts = {
  readonly sockets: () => number;
  /** TCP connections. */
  readonly connections: () => number;
  readonly rooms: () => Promise<readonly RoomRecord[]>;
  readonly quick: { readonly status: QueueStatus };
  /** All of `Counters`. */
  readonly counts: () => Readonly<Record<string, number>>;
  readonly isReady: () => boolean;
};

/** s from meeting to an open way: a direct one takes half a second, the lobby's begins after four. */
const UP_BUCKETS_S = [0.1, 0.2, 0.3, 0.5, 0.8, 1.2, 2, 3, 4.5, 6, 10, 20, 60];

/** s without others in a quick room: a suitable person comes within seconds, or nobody is there for minutes. */
const WAIT_BUCKETS_S = [0.5, 1, 2, 4, 8, 15, 30, 60, 120, 300];

/** Which series a counter belongs to, by how its name begins; any other is `event/code` of a request. */
const FAMILIES = [
  {
    start: 'connect/',
    name: 'peerball_connections_total',
    help: 'Games that connected, by outcome.',
    label: 'code',
  },
  {
    start: 'request/',
    name: 'peerball_http_refused_total',
    help: 'Requests for a socket that were refused, by reason.',
    label: 'reason',
  },
  {
    start: 'relay/',
    name: 'peerball_relayed_frames_total',
    help: 'Frames that pages sent through the lobby, by outcome.',
    label: 'code',
  },
  {
    start: 'link/',
    name: 'peerball_links_total',
    help: 'Ways between two pages that opened, and pairs that found none, as pages told.',
    label: 'path',
  },
  {
    start: 'report/',
    name: 'peerball_reports_total',
    help: 'Reports of people by people in their room, by reason; each counts once of each.',
    label: 'reason',
  },
  {
    start: 'node/',
    name: 'peerball_nodes_total',
    help: 'What happened between the processes of this lobby.',
    label: 'what',
  },
  {
    start: 'ended/',
    name: 'peerball_connections_ended_total',
    help: 'Connections that the server ended, by reason.',
    label: 'reason',
  },
] as const;

const RELAYED_BYTES = 'relay/bytes';

/**
 * [L140] What Prometheus reads. All labels are words of the server: nothing that came from a player is one, so
 * that a stranger can neither be found in it nor make it grow.
 */
export class Metrics {
  readonly #registry = new Registry();
  readonly #up: Histogram<'path'>;
  readonly #waits: Histogram<'end'>;

  constructor(ports: MetricsPorts) {
    const registry = this.#registry;
    collectDefaultMetrics({ register: this.#registry });
    this.#up = new Histogram({
      name: 'peerball_link_up_seconds',
      help: 'Time from meeting to the first open way, as pages told.',
      labelNames: ['path'],
      buckets: UP_BUCKETS_S,
      registers: [registry],
    });
    for (const way of WAYS) if (way !== 'failed') this.#up.zero({ path: way });
    this.#waits = new Histogram({
      name: 'peerball_quick_wait_seconds',
      help: 'Time without others in quick rooms, until somebody was met or the person left.',
      labelNames: ['end'],
      buckets: WAIT_BUCKETS_S,
      registers: [registry],
    });
    for (const end of WAIT_ENDS) this.#waits.zero({ end });
    registry.registerMetric(
      new Gauge({
        name: 'peerball_quick_people',
        help: 'People in quick rooms: alone (searching) or in company (playing).',
        labelNames: ['state'],
        registers: [],
        collect() {
          const { searching, playing } = ports.quick.status;
          this.set({ state: 'searching' }, searching);
          this.set({ state: 'playing' }, playing);
        },
      }),
    );
    addGauge(registry, 'peerball_sockets', 'Games that are connected.', ports.sockets);
    addGauge(registry, 'peerball_tcp_connections', 'Open TCP connections.', ports.connections);
    addGauge(
      registry,
      'peerball_ready',
      '1 while new players are taken, 0 while the server drains.',
      () => Number(ports.isReady()),
    );
    registry.registerMetric(
      new Gauge({
        name: 'peerball_rooms',
        help: 'Rooms, by how many of their members are heard.',
        labelNames: ['state'],
        registers: [],
        async collect() {
          const counts = countStates(await ports.rooms());
          for (const state of ROOM_STATES) this.set({ state }, counts[state]);
        },
      }),
    );
    addCounters(registry, ports.counts);
  }

  readonly contentType = 'text/plain; version=0.0.4; charset=utf-8';

  /** A link of this kind opened so many ms after its two pages met. */
  linkUp(path: string, upMs: number): void {
    this.#up.observe({ path }, upMs / 1000);
  }

  /** [L140] A person was without others in a quick room for so many ms. */
  quickWaited(end: WaitEnd, waitedMs: number): void {
    this.#waits.observe({ end }, waitedMs / 1000);
  }

  text(): Promise<string> {
    return this.#registry.metrics();
  }
}

function addGauge(registry: Registry, name: string, help: string, read: () => number): void {
  registry.registerMetric(
    new Gauge({
      name,
      help,
      registers: [],
      collect() {
        this.set(read());
      },
    }),
  );
}

function addCounters(registry: Registry, counts: MetricsPorts['counts']): void {
  for (const { start, name, help, label } of FAMILIES) {
    registry.registerMetric(
      new Counter({
        name,
        help,
        labelNames: [label],
        registers: [],
        collect() {
          this.reset();
          for (const [key, count] of Object.entries(counts())) {
            if (!key.startsWith(start) || key === RELAYED_BYTES) continue;
            this.inc({ [label]: key.slice(start.length) }, count);
          }
        },
      }),
    );
  }
  registry.registerMetric(
    new Counter({
      name: 'peerball_relayed_bytes_total',
      help: 'Bytes of frames that were relayed.',
      registers: [],
      collect() {
        this.reset();
        this.inc(counts()[RELAYED_BYTES] ?? 0);
      },
    }),
  );
  registry.registerMetric(
    new Counter({
      name: 'peerball_requests_total',
      help: 'Requests of games, by event and outcome.',
      labelNames: ['event', 'code'],
      registers: [],
      collect() {
        this.reset();
        for (const [key, count] of Object.entries(counts())) {
          const isOther = FAMILIES.some(({ start }) => key.startsWith(start));
          const [event, code] = key.split('/');
          if (!isOther && event !== undefined && code !== undefined)
            this.inc({ event, code }, count);
        }
      },
    }),
  );
}
