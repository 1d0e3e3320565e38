import { createSocket, type Socket } from 'node:dgram';
import { createRandom, type Random } from '../../shared/base/seeded-random.ts';
import { PERFECT } from '../../shared/netplay/link/simulated-network.ts';
import { type Endpoint, moveCandidate, moveCandidatesOf, readCandidate } from './candidate.ts';
import { decideFate, type LabConditions } from './packet-fate.ts';
import type { PacketCounts } from './packet-counts.ts';

export const PROXY_ADDRESS = '127.0.0.1';

/**
 * A bad network on one machine. Each end gets a port here that stands for it: what arrives there is
 * sent on to the end, from the port that stands for the sender. So each side knows the other by
 * ports of the proxy alone, and no packet takes another way.
 *
 * The seed decides the fate of each packet in the order of arrival; when they arrive is up to the
 * clock on the wall, so two runs are alike but not equal.
 */
export class UdpProxy {
  conditions: LabConditions = PERFECT;
  /** True while nothing at all gets through; what is under way still arrives. */
  isCut = false;
  readonly #random: Random;
  readonly #counts = { in: 0, dropped: 0, out: 0 };
  #lateMs = 0;
  readonly #stands = new Map<string, Promise<Socket>>();
  readonly #flying = new Set<NodeJS.Timeout>();
  #isClosed = false;

  constructor(seed: number) {
    this.#random = createRandom(seed);
  }

  get counts(): PacketCounts {
    const { out } = this.#counts;
    return { ...this.#counts, lateMs: out > 0 ? this.#lateMs / out : 0 };
  }

  /** The port that stands for `end`; the same each time. */
  async portFor(end: Endpoint): Promise<number> {
    return (await this.#standFor(end)).address().port;
  }

  /** All ports that stand for an end. */
  async ports(): Promise<readonly number[]> {
    const sockets = await Promise.all(this.#stands.values());
    return sockets.map((socket) => socket.address().port);
  }

  /** What the other side may know of a candidate: a port of the proxy, or nothing. */
  readonly moveLine = async (candidate: string): Promise<string | null> => {
    const end = readCandidate(candidate);
    if (end === null) return null;
    return moveCandidate(candidate, { address: PROXY_ADDRESS, port: await this.portFor(end) });
  };

  moveSdp(sdp: string): Promise<string> {
    return moveCandidatesOf(sdp, this.moveLine);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const timer of this.#flying) clearTimeout(timer);
    for (const socket of await Promise.all(this.#stands.values())) socket.close();
  }

  #standFor(end: Endpoint): Promise<Socket> {
    const name = `${end.address}:${end.port}`;
    const known = this.#stands.get(name);
    if (known !== undefined) return known;
    const made = new Promise<Socket>((resolve, reject) => {
      const socket = createSocket('udp4');
      socket.once('error', reject);
      socket.bind(0, PROXY_ADDRESS, () => resolve(socket));
      socket.on('message', (bytes, from) => this.#take(bytes, from, end));
    });
    this.#stands.set(name, made);
    return made;
  }

  #take(bytes: Uint8Array, from: Endpoint, to: Endpoint): void {
    this.#counts.in += 1;
    const travels = this.isCut ? [] : decideFate(this.conditions, this.#random);
    if (travels.length === 0) this.#counts.dropped += 1;
    for (const travelMs of travels) {
      const dueMs = performance.now() + travelMs;
      const timer = setTimeout(() => {
        this.#flying.delete(timer);
        this.#lateMs += performance.now() - dueMs;
        void this.#deliver(bytes, from, to);
      }, travelMs);
      this.#flying.add(timer);
    }
  }

  async #deliver(bytes: Uint8Array, from: Endpoint, to: Endpoint): Promise<void> {
    const socket = await this.#standFor(from);
    if (this.#isClosed) return;
    this.#counts.out += 1;
    // An end that is gone refuses what comes late: on a network that is no error.
    socket.send(bytes, to.port, to.address, () => {});
  }
}
