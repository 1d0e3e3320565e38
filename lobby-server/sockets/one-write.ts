import type { Duplex } from 'node:stream';

/** The part of an Engine.IO socket behind which bytes leave. */
export type WritingSocket = {
  readonly transport: {
    readonly name: string;
    writable: boolean;
    /** Of a websocket: what `ws` has, and the TCP connection below it. */
    readonly socket?: { readonly _socket?: Duplex | null; readonly bufferedAmount?: number };
    /** `ready`: it takes packets again. */
    emit(event: 'ready'): void;
  };
};

/**
 * What is written on this connection until the end of this turn of the event loop leaves together. Each write is a call
 * to the kernel, and the four of a page that connects were a third of what it cost: answer and Engine.IO's first packet
 * are one now, Socket.IO's first packet and our welcome (`holdBack`, `letGo`) the other.
 */
export function writeOnce(connection: Duplex): void {
  connection.cork();
  setImmediate(() => connection.uncork());
}

/** Keeps packets back until `letGo`; both have to come before the socket hears anything more. */
export function holdBack({ transport }: WritingSocket): void {
  // Long polling has its own idea of when it is writable.
  if (transport.name === 'websocket') transport.writable = false;
}

/** Lets the packets that were kept back leave in one write. */
export function letGo({ transport }: WritingSocket): void {
  if (transport.name !== 'websocket') return;
  const connection = transport.socket?._socket;
  connection?.cork();
  transport.writable = true;
  transport.emit('ready');
  connection?.uncork();
}
