type EnginePacket = { readonly data?: unknown };

/** The part of an Engine.IO socket that tells what waits to be sent. */
export type BufferingSocket = {
  /** `packetCreate`: queued. `flush`: all that was queued went to the transport. */
  on(event: 'packetCreate', run: (packet: EnginePacket) => void): void;
  on(event: 'flush', run: () => void): void;
  readonly transport: { readonly socket?: { readonly bufferedAmount?: number } };
  /** With `discard` it does not wait until everything was sent. */
  close(discard: boolean): void;
};

/**
 * Tells how many bytes wait for a socket.
 * [L37] Closes a socket whose reader is so slow that more than `maxBytes` wait for it. Counted are
 * Engine.IO's queue and what `ws` could not hand to the kernel.
 */
export function watchWaitingBytes(
  socket: BufferingSocket,
  maxBytes: number,
  onClose: () => void,
): () => number {
  let queued = 0;
  let isClosed = false;
  const waitingBytes = (): number => queued + (socket.transport.socket?.bufferedAmount ?? 0);
  socket.on('flush', () => {
    queued = 0;
  });
  socket.on('packetCreate', ({ data }) => {
    queued += sizeOf(data);
    if (isClosed || waitingBytes() <= maxBytes) return;
    isClosed = true;
    onClose();
    socket.close(true);
  });
  return waitingBytes;
}

/** Nearly: text is counted in characters, of which almost all that we send have one byte. */
function sizeOf(data: unknown): number {
  if (typeof data === 'string') return data.length;
  return ArrayBuffer.isView(data) ? data.byteLength : 0;
}
