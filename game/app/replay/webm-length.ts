/** Elements of WebM, by the bytes of their ids (RFC 9559). */
const SEGMENT = 0x18_53_80_67;
const INFO = 0x15_49_a9_66;
const TIMESTAMP_SCALE = 0x2a_d7_b1;
const DURATION = 0x44_89;
/** Nanoseconds of a unit of time where a file does not say another. */
const USUAL_SCALE = 1e6;
/** Id, size and eight bytes of a number. */
const DURATION_BYTES = 2 + 1 + 8;
/** A size that is written in so many bytes takes whatever the information can be. */
const SIZE_BYTES = 8;

type Element = {
  readonly id: number;
  readonly begin: number;
  readonly data: number;
  /** Where it ends; infinitely far where it does not say. */
  readonly end: number;
};

/**
 * A browser that records does not know yet how long it will take, and writes no length into a WebM file:
 * players then show none and cannot go about in it. This writes it. What is no such file, or says its
 * length already, comes back as it is.
 */
export function writeWebmLength(
  bytes: Uint8Array<ArrayBuffer>,
  lengthMs: number,
): Uint8Array<ArrayBuffer> {
  const segment = elementsOf(bytes, 0, bytes.length).find(({ id }) => id === SEGMENT);
  if (!segment) return bytes;
  const end = Math.min(segment.end, bytes.length);
  const info = elementsOf(bytes, segment.data, end).find(({ id }) => id === INFO);
  // A size of the whole that is stated would have to grow with what is put in.
  if (!info || info.end > bytes.length || segment.end !== Infinity) return bytes;
  const parts = elementsOf(bytes, info.data, info.end);
  if (parts.some(({ id }) => id === DURATION)) return bytes;
  const scale = parts.find(({ id, end: last }) => id === TIMESTAMP_SCALE && last <= info.end);
  const unit = scale ? readNumber(bytes, scale.data, scale.end) : USUAL_SCALE;
  if (!(unit > 0)) return bytes;

  const size = info.end - info.data + DURATION_BYTES;
  const head = new DataView(new ArrayBuffer(4 + SIZE_BYTES + DURATION_BYTES));
  head.setUint32(0, INFO);
  head.setUint32(4, 0x01_00_00_00);
  head.setUint32(8, size);
  head.setUint16(12, DURATION);
  head.setUint8(14, 0x88);
  head.setFloat64(15, (lengthMs * 1e6) / unit);
  const made = new Uint8Array(bytes.length + head.byteLength - (info.data - info.begin));
  made.set(bytes.subarray(0, info.begin));
  made.set(new Uint8Array(head.buffer), info.begin);
  made.set(bytes.subarray(info.data), info.begin + head.byteLength);
  return made;
}

/** The elements in a stretch, up to the first that cannot be read. Sizes are as they are stated. */
function elementsOf(bytes: Uint8Array, from: number, to: number): Element[] {
  const elements: Element[] = [];
  for (let at = from; at < to;) {
    const idBytes = lengthOf(bytes[at]!);
    const sizeAt = at + idBytes;
    if (idBytes > 4 || sizeAt >= to) break;
    const sizeBytes = lengthOf(bytes[sizeAt]!);
    const data = sizeAt + sizeBytes;
    if (sizeBytes > SIZE_BYTES || data > to) break;
    const mark = 2 ** (7 * sizeBytes);
    const size = readNumber(bytes, sizeAt, data) - mark;
    const end = size === mark - 1 ? Infinity : data + size;
    elements.push({ id: readNumber(bytes, at, sizeAt), begin: at, data, end });
    at = end;
  }
  return elements;
}

/** The leading zeros of a first byte say how many there are. */
function lengthOf(first: number): number {
  return Math.clz32(first) - 23;
}

function readNumber(bytes: Uint8Array, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) value = value * 256 + bytes[at]!;
  return value;
}
