import { RELAY_FRAME_BYTES_MAX } from './limits.ts';

/** Number of a page in its room, 32 bits, little-endian; then the frame. */
const HEADER_BYTES = 4;
const SESSION_MAX = 0x7fff_ffff;
/** Base64 has four characters for three bytes. */
const TEXT_CHARS_MAX = Math.ceil((HEADER_BYTES + RELAY_FRAME_BYTES_MAX) / 3) * 4;

/**
 * What travels as the event `relay`, both ways: a frame between two pages that the lobby hands on
 * without looking into it. On its way to the lobby it names the page it is for, on its way from
 * there the page it is from. Without an answer, since it may come sixty times a second: binary and
 * one by one over a websocket, as text (`toRelayText`) and several in one event over long polling.
 */
export type Relayed = {
  readonly session: number;
  /** Of the other page's making. A view into what came: copy what is to be kept. */
  readonly frame: Uint8Array;
};

/** The bytes of a relayed frame: the number of the page, then the frame. */
export function packRelayed(session: number, frame: Uint8Array): Uint8Array {
  const packed = new Uint8Array(HEADER_BYTES + frame.length);
  new DataView(packed.buffer).setUint32(0, session, true);
  packed.set(frame, HEADER_BYTES);
  return packed;
}

/**
 * The same as text, for long polling. There binary is a packet of its own beside the event, and the
 * first packet takes the only request along: each frame would wait a round trip more.
 */
export function toRelayText(packed: Uint8Array): string {
  return btoa(String.fromCharCode(...packed));
}

/** Null for whatever no honest page sends. Node hands over a view, browsers a whole buffer. */
export function readRelayed(message: unknown): Relayed | null {
  const bytes = typeof message === 'string' ? fromText(message) : toBytes(message);
  if (bytes === null) return null;
  const { length } = bytes;
  if (length <= HEADER_BYTES || length > HEADER_BYTES + RELAY_FRAME_BYTES_MAX) return null;
  const session = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  return session > SESSION_MAX ? null : { session, frame: bytes.subarray(HEADER_BYTES) };
}

function toBytes(message: unknown): Uint8Array | null {
  if (message instanceof ArrayBuffer) return new Uint8Array(message);
  if (!(message instanceof Uint8Array)) return null;
  // Node's own kind of bytes has a `slice` that does not copy.
  return new Uint8Array(message.buffer, message.byteOffset, message.length);
}

function fromText(text: string): Uint8Array | null {
  if (text.length > TEXT_CHARS_MAX) return null;
  try {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  } catch {
    // A stranger's text that is no base64.
    return null;
  }
}
