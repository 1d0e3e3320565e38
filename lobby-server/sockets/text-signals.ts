import type { RoomCode } from '../../shared/lobby/ids.ts';
import type { RelayOnlyRooms } from '../rooms/relay-only-rooms.ts';
import type { Timers } from '../timers.ts';
import type { Connection } from './connection.ts';
import type { Counters } from './counters.ts';
import type { Dispatch } from './dispatch.ts';
import type { PageSockets } from './page-sockets.ts';
import { readSignalText, SIGNAL_START, writeSignalText } from './signal-text.ts';
import { type IoSocket, textSocket } from './io-socket.ts';
import { writeText } from './write-text.ts';

type EnginePacket = { type: string; readonly data?: unknown };

/** The part of an Engine.IO socket that tells what comes, before Socket.IO hears of it. */
export type HeardSocket = {
  on(event: 'packet', run: (this: HeardSocket, packet: EnginePacket) => void): void;
};

export type TextSignalsPorts = {
  readonly timers: Pick<Timers, 'now'>;
  readonly counters: Counters;
  /** A member of this room asked for something that made sense. */
  readonly onHeard: (code: RoomCode) => void;
  readonly relayOnly: Pick<RelayOnlyRooms, 'has'>;
  /** Those of this process. */
  readonly pages: Pick<PageSockets<IoSocket>, 'get'>;
  /** What takes all other messages. */
  readonly dispatch: Pick<Dispatch, 'receive'>;
};

/** To Engine.IO a packet that says nothing. */
const NOTHING = 'noop';

/**
 * [L170] Hands signals on as text. Nearly all are written alike and may pass; those are checked as text, and leave
 * without having been objects. Any other one goes to the dispatch, with nothing taken of its limits: refusals are made
 * in one place, and signals stay in order.
 */
export class TextSignals {
  readonly #ports: TextSignalsPorts;
  readonly #connections = new WeakMap<HeardSocket, Connection>();
  /** One for all sockets, as in `WaitingBytes`. */
  readonly #heard: (this: HeardSocket, packet: EnginePacket) => void;

  constructor(ports: TextSignalsPorts) {
    this.#ports = ports;
    const connections = this.#connections;
    const take = (connection: Connection, packet: string): boolean =>
      this.#pass(connection, packet) || this.#receive(connection, packet);
    this.#heard = function (packet) {
      const { data } = packet;
      if (typeof data !== 'string' || !data.startsWith(SIGNAL_START)) return;
      const connection = connections.get(this);
      if (connection !== undefined && take(connection, data)) packet.type = NOTHING;
    };
  }

  /** From now on what this socket says of others than Socket.IO is `connection`'s. */
  hear(socket: HeardSocket, connection: Connection): void {
    this.#connections.set(socket, connection);
    socket.on('packet', this.#heard);
  }

  /** [L21] The same that `passSignal` does; false for whatever stands in the way. */
  #pass(connection: Connection, packet: string): boolean {
    const { code, session, member, visitor, carried } = connection;
    const { relayOnly } = this.#ports;
    const isSeated = code !== null && session !== null && member !== null && !connection.closed;
    // [L153] [L141] [L184] The room may be elsewhere, and of some nothing may pass as it came.
    if (!isSeated || (carried !== null && carried.home !== null)) return false;
    if (visitor.hidesAddress || relayOnly.has(code)) return false;
    const signal = readSignalText(packet);
    if (signal === null || signal.toSession === session) return false;
    const { pages, counters, onHeard } = this.#ports;
    // A page that was put out keeps its socket, but not its place.
    if (pages.get(code, session)?.data.lobby !== connection) return false;
    const page = pages.get(code, signal.toSession);
    if (page === undefined || page.data.lobby.member !== signal.to) return false;
    if (!this.#takeShare(connection)) return false;
    writeText(textSocket(page), writeSignalText(member, session, signal.rest));
    counters.add('signal/OK');
    onHeard(code);
    return true;
  }

  /** [L33] Of both limits, or of none. */
  #takeShare(connection: Connection): boolean {
    const nowMs = this.#ports.timers.now();
    const signals = connection.bucket('signals');
    if (signals.waitMs(nowMs) > 0 || connection.bucket('events').take(nowMs) > 0) return false;
    signals.take(nowMs);
    return true;
  }

  /** False for what is no JSON: Socket.IO ends a connection that says such a thing. */
  #receive(connection: Connection, packet: string): boolean {
    const said = parse(packet.slice(1));
    if (said === null) return false;
    const [event, ...message] = said;
    this.#ports.dispatch.receive(connection, event, message);
    return true;
  }
}

function parse(json: string): readonly unknown[] | null {
  try {
    const said: unknown = JSON.parse(json);
    return Array.isArray(said) ? said : null;
  } catch {
    return null;
  }
}
