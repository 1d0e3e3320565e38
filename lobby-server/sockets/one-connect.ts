type EnginePacket = { readonly type: string; readonly data?: unknown };

/** The part of an Engine.IO socket that tells of each packet before Socket.IO reads it. */
export type PacketSocket = {
  on(event: 'packet', run: (this: PacketSocket, packet: EnginePacket) => void): void;
  /** With `discard` at once: what came with the packet in question is not read any more. */
  close(discard: boolean): void;
};

/** How Socket.IO's packets begin. */
const CONNECT = '0';
const CONNECT_ELSEWHERE = '0/';

/**
 * [L58] Ends a connection that asks for a second socket, or for one in another namespace. Socket.IO
 * would make as many as are asked for, and none of our limits counts them.
 */
export class OneConnect {
  readonly #asked = new WeakSet<PacketSocket>();
  /** One for all sockets, as in `WaitingBytes`. */
  readonly #heard: (this: PacketSocket, packet: EnginePacket) => void;

  constructor(onRefused: () => void) {
    const asked = this.#asked;
    this.#heard = function ({ type, data }) {
      if (type !== 'message' || typeof data !== 'string' || !data.startsWith(CONNECT)) return;
      if (asked.has(this) || data.startsWith(CONNECT_ELSEWHERE)) {
        onRefused();
        this.close(true);
      }
      asked.add(this);
    };
  }

  watch(socket: PacketSocket): void {
    socket.on('packet', this.#heard);
  }
}
