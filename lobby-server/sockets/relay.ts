import { RELAY_BATCH_FRAMES_MAX } from '../../shared/lobby/limits.ts';
import { packRelayed, readRelayed } from '../../shared/lobby/relay.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import type { News } from '../../shared/lobby/lobby-events.ts';
import type { Limits } from '../limits/limits.ts';
import type { RelayBudget } from '../limits/relay-budget.ts';
import type { Timers } from '../timers.ts';
import type { Connection } from './connection.ts';
import type { Counters } from './counters.ts';

type Complaint = News<'relay:refused'>;

/** A page that frames can be handed to. */
export type RelayPage = {
  readonly connection: string;
  waitingBytes(): number;
  send(packed: Uint8Array): void;
};

export type RelayPorts = {
  readonly isOn: boolean;
  readonly timers: Timers;
  readonly limits: Pick<Limits, 'relayWaitingBytes'>;
  readonly budget: RelayBudget;
  readonly counters: Counters;
  /** Null when nobody plays from that page now. */
  readonly findPage: (code: RoomCode, session: number) => RelayPage | null;
  /** [L153] Takes a frame of a page whose room another node keeps. */
  readonly carry?: ((connection: Connection, packed: Uint8Array) => void) | undefined;
  readonly complain: (connection: Connection, complaint: Complaint) => void;
  readonly expel: (connection: Connection) => void;
};

/**
 * [L26] Hands opaque frames on between two pages of one room: the last resort of a pair that finds
 * no way of its own. Nothing is answered, and nothing waits: a frame that cannot leave now is
 * dropped, as on any bad network.
 */
export class Relay {
  readonly #ports: RelayPorts;

  constructor(ports: RelayPorts) {
    this.#ports = ports;
  }

  /** `message` is all that came with the event: one frame, or several that waited together. */
  receive(connection: Connection, message: readonly unknown[]): void {
    const isFew = message.length > 0 && message.length <= RELAY_BATCH_FRAMES_MAX;
    if (!isFew && !connection.closed) return this.#strike(connection, 'BAD_REQUEST');
    for (const packed of message) if (!this.#receiveOne(connection, packed, false)) return;
  }

  /** [L153] A frame of a page of another node, which has counted it for the page's address. */
  receiveCarried(connection: Connection, packed: unknown): void {
    this.#receiveOne(connection, packed, true);
  }

  /** False: nothing more is read of what came with it. */
  #receiveOne(connection: Connection, packed: unknown, isCounted: boolean): boolean {
    if (connection.closed) return false;
    const nowMs = this.#ports.timers.now();
    const isWithinShare = connection.relay.take(nowMs);
    const relayed = isWithinShare ? readRelayed(packed) : null;
    if (relayed === null) {
      this.#strike(connection, isWithinShare ? 'BAD_REQUEST' : 'FLOOD');
      return false;
    }
    const { session, frame } = relayed;
    const code = this.#pass(connection, session, frame, nowMs, isCounted);
    this.#ports.counters.add(`relay/${code}`);
    if (code === 'OK') this.#ports.counters.add('relay/bytes', frame.length);
    else if (code !== 'CLOGGED' && connection.relay.mayComplain(nowMs)) {
      this.#ports.complain(connection, { toSession: session, code });
    }
    return true;
  }

  #pass(
    connection: Connection,
    to: number,
    frame: Uint8Array,
    nowMs: number,
    isCounted: boolean,
  ): 'OK' | 'CLOGGED' | Complaint['code'] {
    const { isOn, findPage, limits, carry } = this.#ports;
    const { code, session, visitor, relay, carried } = connection;
    if (!isOn) return 'RELAY_OFF';
    if (carry !== undefined && carried !== null && carried.home !== null) {
      // Here, where the socket is: each frame costs both nodes and what is between them.
      if (!this.#takeBudget(connection, nowMs, isCounted)) return 'RATE_LIMITED';
      carry(connection, packRelayed(to, frame));
      return 'OK';
    }
    if (code === null || session === null) return 'NOT_MEMBER';
    // A page that was replaced keeps its socket, but not its place.
    if (findPage(code, session)?.connection !== visitor.connection) return 'NOT_MEMBER';
    const page = to === session ? null : findPage(code, to);
    if (page === null) return 'NO_PEER';
    if (!relay.takeTo(to, frame.length, nowMs)) return 'RATE_LIMITED';
    if (!this.#takeBudget(connection, nowMs, isCounted)) return 'RATE_LIMITED';
    if (page.waitingBytes() > limits.relayWaitingBytes) return 'CLOGGED';
    page.send(packRelayed(session, frame));
    return 'OK';
  }

  /** A frame that was counted for its address by another node is only one of all. */
  #takeBudget({ visitor }: Connection, nowMs: number, isCounted: boolean): boolean {
    const { budget } = this.#ports;
    return isCounted ? budget.takeInAll(nowMs) : budget.take(visitor.networks, nowMs);
  }

  #strike(connection: Connection, code: string): void {
    const { counters, timers, expel } = this.#ports;
    counters.add(`relay/${code}`);
    if (!connection.strike(timers.now())) return;
    counters.add('ended/EXPELLED');
    expel(connection);
  }
}
