/** How a packet tells an address: in its header, in an attribute of STUN or TURN, or as text. */
export type Trace = 'header' | 'stun' | 'text';

const IPV4 = 4;
const SOURCE_AT = 12;
const TARGET_AT = 16;
const ADDRESS_BYTES = 4;
const TCP = 6;
const UDP = 17;
const UDP_HEADER_BYTES = 8;
/** RFC 8489: follows the first four bytes of a message, and hides addresses in attributes. */
const COOKIE = 0x2112_a442;
const COOKIE_AT = 4;
const STUN_HEADER_BYTES = 20;

/**
 * Where an IPv4 packet tells this IPv4 address to whoever reads it. What is encrypted (the game's own packets) is not
 * looked through: four bytes of noise would look like an address now and then.
 */
export function tracesOf(packet: Buffer, address: string): readonly Trace[] {
  if (packet.length < 20 || packet[0]! >> 4 !== IPV4) return [];
  const bytes = Buffer.from(address.split('.').map(Number));
  const traces: Trace[] = [];
  const isAt = (at: number): boolean => packet.subarray(at, at + ADDRESS_BYTES).equals(bytes);
  if (isAt(SOURCE_AT) || isAt(TARGET_AT)) traces.push('header');
  const body = bodyOf(packet);
  if (isStun(body)) {
    const hidden = Buffer.alloc(ADDRESS_BYTES);
    hidden.writeUInt32BE((bytes.readUInt32BE(0) ^ COOKIE) >>> 0);
    const attributes = body.subarray(STUN_HEADER_BYTES);
    if (attributes.includes(hidden) || attributes.includes(bytes)) traces.push('stun');
  }
  if (body.includes(address)) traces.push('text');
  return traces;
}

function bodyOf(packet: Buffer): Buffer {
  const from = (packet[0]! & 15) * 4;
  const protocol = packet[9];
  if (protocol === UDP) return packet.subarray(from + UDP_HEADER_BYTES);
  if (protocol === TCP) return packet.subarray(from + ((packet[from + 12] ?? 0) >> 4) * 4);
  return packet.subarray(from);
}

function isStun(body: Buffer): boolean {
  return body.length >= STUN_HEADER_BYTES && body.readUInt32BE(COOKIE_AT) === COOKIE;
}
