/** What two pages say to each other through the lobby, which looks into none of it. */
export type RelayFrame = {
  readonly kind: RelayKind;
  /** Which of the links between the two pages, one after the other, is meant. */
  readonly generation: number;
  /** A view into what came; empty but for `data` and `echo`. */
  readonly bytes: Uint8Array;
};

/** In the order of their numbers. `echo` is data of a page that hears the other one directly, too. */
const KINDS = ['hello', 'answer', 'data', 'close', 'echo'] as const;
export type RelayKind = (typeof KINDS)[number];

/** Kind, then the generation, little-endian. */
const HEADER_BYTES = 3;

const NOTHING = new Uint8Array(0);

/** A frame of the lobby's way: its kind, the generation of the link (16 bits, little-endian), then the bytes. */
export function writeRelayFrame(
  kind: RelayKind,
  generation: number,
  bytes: Uint8Array = NOTHING,
): Uint8Array {
  const frame = new Uint8Array(HEADER_BYTES + bytes.length);
  frame[0] = KINDS.indexOf(kind);
  new DataView(frame.buffer).setUint16(1, generation, true);
  frame.set(bytes, HEADER_BYTES);
  return frame;
}

/** Null for what is no frame. */
export function readRelayFrame(frame: Uint8Array): RelayFrame | null {
  const kind = KINDS[frame[0] ?? KINDS.length];
  if (kind === undefined || frame.length < HEADER_BYTES) return null;
  const carriesData = kind === 'data' || kind === 'echo';
  if (!carriesData && frame.length > HEADER_BYTES) return null;
  const generation = new DataView(frame.buffer, frame.byteOffset).getUint16(1, true);
  return { kind, generation, bytes: frame.subarray(HEADER_BYTES) };
}
