type EnginePacket = { readonly data?: unknown };

/** The part of an Engine.IO socket that tells what waits to be sent. */
export type BufferingSocket = {
  /** `packetCreate`: queued. `flush`: all that was queued went to the transport. */
  on(event: 'packetCreate', run: (this: BufferingSocket, packet: EnginePacket) => void): void;
  on(event: 'flush', run: (this: BufferingSocket) => void): void;
  readonly transport: { readonly socket?: { readonly bufferedAmount?: number } };
  /** With `discard` it does not wait until everything was sent. */
  close(discard: boolean): void;
};

type Waiting = { queued: number; isClosed: boolean };

/**
 * Tells how many bytes wait for a socket.
 * [L37] Closes a socket whose reader is so slow that more than `maxBytes` wait for it. Counted are
 * Engine.IO's queue and what `ws` could not hand to the kernel.
 */
export class WaitingBytes {
  readonly #waiting = new WeakMap<object, Waiting>();
  // One of each for all sockets: thousands of them only wait, and closures of their own are most of what that costs.
  readonly #queued: (this: BufferingSocket, packet: EnginePacket) => void;
  readonly #flushed: (this: BufferingSocket) => void;

  constructor(maxBytes: number, onClose: () => void) {
    const waiting = this.#waiting;
    const waitingBytes = (socket: BufferingSocket): number => this.of(socket);
    this.#flushed = function () {
      waiting.get(this)!.queued = 0;
    };
    this.#queued = function ({ data }) {
      const mine = waiting.get(this)!;
      mine.queued += sizeOf(data);
      if (mine.isClosed || waitingBytes(this) <= maxBytes) return;
      mine.isClosed = true;
      onClose();
      this.close(true);
    };
  }

  watch(socket: BufferingSocket): void {
    this.#waiting.set(socket, { queued: 0, isClosed: false });
    socket.on('flush', this.#flushed);
    socket.on('packetCreate', this.#queued);
  }

  /** 0 for a socket that is not watched. */
  of(socket: Pick<BufferingSocket, 'transport'>): number {
    const queued = this.#waiting.get(socket)?.queued ?? 0;
    return queued + (socket.transport.socket?.bufferedAmount ?? 0);
  }
}

/** Nearly: text is counted in characters, of which almost all that we send have one byte. */
function sizeOf(data: unknown): number {
  if (typeof data === 'string') return data.length;
  return ArrayBuffer.isView(data) ? data.byteLength : 0;
}
