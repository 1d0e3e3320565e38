import { createHash, createHmac, randomBytes } from 'node:crypto';

/** Methods and classes of RFC 8489 and RFC 8656, as the first two bytes have them. */
export const STUN = {
  binding: 0x0001,
  allocate: 0x0003,
  refresh: 0x0004,
  createPermission: 0x0008,
  success: 0x0100,
  error: 0x0110,
} as const;

const COOKIE = 0x2112a442;
const HEADER_BYTES = 20;
const TRANSACTION_BYTES = 12;
const INTEGRITY_BYTES = 24;
const ATTRIBUTE = {
  username: 0x0006,
  integrity: 0x0008,
  error: 0x0009,
  lifetime: 0x000d,
  peer: 0x0012,
  realm: 0x0014,
  nonce: 0x0015,
  relayed: 0x0016,
  family: 0x0017,
  transport: 0x0019,
  mapped: 0x0020,
} as const;
const UDP = 17;
const IPV4 = 1;
const IPV6 = 2;
const GROUPS = 8;

export type StunCredentials = {
  readonly username: string;
  readonly credential: string;
  readonly realm: string;
  readonly nonce: Buffer;
};

export type StunRequest = {
  readonly method: number;
  readonly credentials?: StunCredentials;
  /** s; 0 ends an allocation. */
  readonly lifetimeS?: number;
  /** Address that a permission is asked for. */
  readonly peer?: string;
  /** Of the relay; IPv4 when it is missing. */
  readonly family?: 'ipv6';
};

export type StunAnswer = {
  readonly isSuccess: boolean;
  readonly transaction: string;
  /** Null where there is none. */
  readonly errorCode: number | null;
  readonly realm: string | null;
  readonly nonce: Buffer | null;
  /** Address from which the server hands on, IPv4. */
  readonly relayed: string | null;
};

/** Bytes of a request, and the transaction by which its answer is known. */
export function writeStun(request: StunRequest): { bytes: Buffer; transaction: string } {
  const { method, credentials, lifetimeS, peer, family } = request;
  const transaction = randomBytes(TRANSACTION_BYTES);
  const attributes: Buffer[] = [];
  const add = (type: number, value: Buffer): void => void attributes.push(attributeOf(type, value));
  if (method === STUN.allocate) add(ATTRIBUTE.transport, Buffer.from([UDP, 0, 0, 0]));
  if (lifetimeS !== undefined) {
    const value = Buffer.alloc(4);
    value.writeUInt32BE(lifetimeS);
    add(ATTRIBUTE.lifetime, value);
  }
  if (family === 'ipv6') add(ATTRIBUTE.family, Buffer.from([IPV6, 0, 0, 0]));
  if (peer !== undefined) add(ATTRIBUTE.peer, xorAddress(peer, transaction));
  if (credentials !== undefined) {
    add(ATTRIBUTE.username, Buffer.from(credentials.username));
    add(ATTRIBUTE.realm, Buffer.from(credentials.realm));
    add(ATTRIBUTE.nonce, credentials.nonce);
  }
  const body = Buffer.concat(attributes);
  if (credentials === undefined) {
    return {
      bytes: Buffer.concat([header(method, body.length, transaction), body]),
      transaction: transaction.toString('hex'),
    };
  }
  // The length says already that the signature is there.
  const signed = Buffer.concat([header(method, body.length + INTEGRITY_BYTES, transaction), body]);
  const signature = createHmac('sha1', keyOf(credentials)).update(signed).digest();
  const bytes = Buffer.concat([signed, attributeOf(ATTRIBUTE.integrity, signature)]);
  return { bytes, transaction: transaction.toString('hex') };
}

/** Reads an answer; null for anything else. */
export function readStun(bytes: Buffer): StunAnswer | null {
  if (bytes.length < HEADER_BYTES || bytes.readUInt32BE(4) !== COOKIE) return null;
  const kind = bytes.readUInt16BE(0) & STUN.error;
  const length = bytes.readUInt16BE(2);
  if (bytes.length < HEADER_BYTES + length || kind < STUN.success) return null;
  const found = new Map<number, Buffer>();
  for (let at = HEADER_BYTES; at + 4 <= HEADER_BYTES + length;) {
    const size = bytes.readUInt16BE(at + 2);
    if (at + 4 + size > bytes.length) return null;
    found.set(bytes.readUInt16BE(at), bytes.subarray(at + 4, at + 4 + size));
    at += 4 + size + padding(size);
  }
  const error = found.get(ATTRIBUTE.error);
  const relayed = found.get(ATTRIBUTE.relayed);
  return {
    isSuccess: kind === STUN.success,
    transaction: bytes.subarray(8, HEADER_BYTES).toString('hex'),
    errorCode: error === undefined || error.length < 4 ? null : (error[2]! & 7) * 100 + error[3]!,
    realm: found.get(ATTRIBUTE.realm)?.toString() ?? null,
    nonce: found.get(ATTRIBUTE.nonce) ?? null,
    relayed: relayed === undefined ? null : readAddress(relayed),
  };
}

/** Bytes of the first message in a stream, or null when it is not all there. */
export function firstMessage(stream: Buffer): Buffer | null {
  if (stream.length < HEADER_BYTES) return null;
  const size = HEADER_BYTES + stream.readUInt16BE(2);
  return stream.length < size ? null : stream.subarray(0, size);
}

function header(method: number, length: number, transaction: Buffer): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeUInt16BE(method, 0);
  bytes.writeUInt16BE(length, 2);
  bytes.writeUInt32BE(COOKIE, 4);
  return Buffer.concat([bytes, transaction]);
}

function attributeOf(type: number, value: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(type, 0);
  head.writeUInt16BE(value.length, 2);
  return Buffer.concat([head, value, Buffer.alloc(padding(value.length))]);
}

function padding(size: number): number {
  return (4 - (size % 4)) % 4;
}

/** RFC 8489, 9.2.2: the key of long-term credentials. */
function keyOf({ username, realm, credential }: StunCredentials): Buffer {
  return createHash('md5').update(`${username}:${realm}:${credential}`).digest();
}

/** RFC 8489, 14.2: hidden from routers that rewrite what looks like an address. */
function xorAddress(address: string, transaction: Buffer): Buffer {
  const bytes = bytesOf(address);
  const cookie = Buffer.alloc(4);
  cookie.writeUInt32BE(COOKIE);
  const mask = Buffer.concat([cookie, transaction]);
  const head = Buffer.alloc(4);
  head.writeUInt8(bytes.length === 4 ? IPV4 : IPV6, 1);
  // Any port: a permission is for an address.
  head.writeUInt16BE(COOKIE >>> 16, 2);
  return Buffer.concat([head, bytes.map((byte, index) => byte ^ mask[index]!)]);
}

function groupsOf(text: string): string[] {
  return text === '' ? [] : text.split(':');
}

function bytesOf(address: string): Buffer {
  const mapped = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address);
  if (!address.includes(':')) return Buffer.from(address.split('.').map(Number));
  if (mapped !== null) {
    const [, start, ...parts] = mapped;
    const [a, b, c, d] = parts.map(Number);
    return bytesOf(`${start}${(a! * 256 + b!).toString(16)}:${(c! * 256 + d!).toString(16)}`);
  }
  const [before = '', after] = address.split('::');
  const [first, last] = [groupsOf(before), groupsOf(after ?? '')];
  const zeros = Array.from({ length: GROUPS - first.length - last.length }, () => '0');
  const bytes = Buffer.alloc(2 * GROUPS);
  for (const [index, group] of [...first, ...zeros, ...last].entries()) {
    bytes.writeUInt16BE(Number.parseInt(group, 16), 2 * index);
  }
  return bytes;
}

function readAddress(value: Buffer): string | null {
  if (value.length < 8 || value[1] !== IPV4) return null;
  return [0, 1, 2, 3]
    .map((index) => value[4 + index]! ^ ((COOKIE >>> (24 - index * 8)) & 255))
    .join('.');
}
