import type { Duplex } from 'node:stream';

/** The part of an Engine.IO socket that text leaves by. */
export type TextSocket = {
  readonly readyState: string;
  /** Packets that were not handed to the transport yet. */
  readonly writeBuffer: readonly unknown[];
  readonly transport: {
    /** Of a websocket: what `ws` has, and the TCP connection below it. */
    readonly socket?: {
      readonly readyState: number;
      readonly bufferedAmount: number;
      readonly _socket?: Duplex | null;
    };
  };
  write(text: string): unknown;
};

/** Of `ws`. */
const OPEN = 1;
/** A whole text frame (RFC 6455), and the two ways to say its length that are used here. */
const TEXT_FRAME = 0x81;
const SHORT_MAX = 125;
const LENGTH_IN_TWO_BYTES = 126;
const LENGTH_MAX = 0xffff;
/** What Engine.IO's packets for us begin with. */
const MESSAGE = '4';

/**
 * Sends a packet of ASCII to a page. Where nothing waits for it, that is one string for the kernel: the queue of
 * Engine.IO, two buffers of `ws` and a callback would cost more than all the rest of a signal. Where something waits
 * it waits behind it, and [L37] counts it.
 */
export function writeText(page: TextSocket, text: string): void {
  const connection = freeConnection(page);
  const packet = MESSAGE + text;
  if (connection === null || packet.length > LENGTH_MAX) page.write(text);
  else connection.write(frameHead(packet.length) + packet, 'latin1');
}

/** The TCP connection of a websocket for which nothing waits; null for any other page. */
function freeConnection({ readyState, writeBuffer, transport }: TextSocket): Duplex | null {
  const { socket } = transport;
  const isFree =
    socket?.readyState === OPEN &&
    socket.bufferedAmount === 0 &&
    readyState === 'open' &&
    writeBuffer.length === 0;
  return isFree ? (socket._socket ?? null) : null;
}

/** Each character is one byte. */
function frameHead(length: number): string {
  return length <= SHORT_MAX
    ? String.fromCharCode(TEXT_FRAME, length)
    : String.fromCharCode(TEXT_FRAME, LENGTH_IN_TWO_BYTES, length >> 8, length & 0xff);
}
