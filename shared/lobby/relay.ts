import { RELAY_FRAME_BYTES_MAX } from './limits.ts';

/** Number of a page in its room, 32 bits, little-endian; then the frame. */
const HEADER_BYTES = 4;
const SESSION_MAX = 0x7fff_ffff;

/**
 * What travels as the event `relay`, both ways: a frame between two pages that the lobby hands on
 * without looking into it. On its way to the lobby it names the page it is for, on its way from
 * there the page it is from. Binary and without an answer, since it may come sixty times a second.
 */
export type Relayed = {
  readonly session: number;
  /** Of the other page's making. A view into what came: copy what is to be kept. */
  readonly frame: Uint8Array;
};

export function packRelayed(session: number, frame: Uint8Array): Uint8Array {
  const packed = new Uint8Array(HEADER_BYTES + frame.length);
  new DataView(packed.buffer).setUint32(0, session, true);
  packed.set(frame, HEADER_BYTES);
  return packed;
}

/** Null for whatever no honest page sends. Node hands over a view, browsers a whole buffer. */
export function readRelayed(message: unknown): Relayed | null {
  const bytes = toBytes(message);
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
