import { createHmac, createSecretKey, randomBytes } from 'node:crypto';
import { isIPv4, isIPv6 } from 'node:net';
import type { IncomingMessage } from 'node:http';

const DAY_MS = 86_400_000;
/** Sixteen characters. */
const NAME_BYTES = 12;
const IPV6_GROUPS = 8;
/** Of the eight groups. A subscriber of IPv6 owns a /64; some own a /56, and who rents machines a /48. */
const IPV6_PREFIX_GROUPS = 4;
const IPV6_WIDE_GROUPS = 3;
/** `1.2.3.4:5` and `[2001:db8::1]:5`, as some proxies write where a connection came from. */
const WITH_PORT = /^(?:\[([^\]]*)\]|([\d.]+))(?::\d{1,5})?$/;

/** The address of the player, or of the outermost proxy that nobody told us to trust. */
export function clientAddress(request: IncomingMessage, trustedProxies: number): string {
  const direct = request.socket.remoteAddress ?? '';
  if (trustedProxies === 0) return direct;
  const forwarded = String(request.headers['x-forwarded-for'] ?? '').split(',');
  // Each trusted proxy added one at the end; what stands before may be made up.
  const last = forwarded.at(-trustedProxies)?.trim() ?? '';
  const [, bracketed, plain] = WITH_PORT.exec(last) ?? [];
  return (bracketed ?? plain ?? last) || direct;
}

/** One IPv4 address, or one IPv6 /64. */
export function addressPrefix(address: string): string {
  const plain = address.replace(/%.*$/, '').toLowerCase();
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain)?.[1];
  if (mapped !== undefined) return mapped;
  if (isIPv4(plain)) return plain;
  return isIPv6(plain) ? `${expandGroups(plain).slice(0, IPV6_PREFIX_GROUPS).join(':')}::/64` : '?';
}

/**
 * [L133] The networks that an address is in and that one person may have, narrowest first: one for IPv4;
 * /64, /56 and /48 for IPv6.
 */
export function networksOf(address: string): readonly string[] {
  const prefix = addressPrefix(address);
  if (!prefix.endsWith('/64')) return [prefix];
  const groups = prefix.split(':').slice(0, IPV6_PREFIX_GROUPS);
  const wide = groups.slice(0, IPV6_WIDE_GROUPS);
  const half = Number.parseInt(groups[IPV6_WIDE_GROUPS]!, 16) >> 8;
  return [prefix, `${wide.join(':')}:${half.toString(16)}::/56`, `${wide.join(':')}::/48`];
}

/**
 * [L36] Turns prefixes into names that nobody can turn back, under a key that lives in memory only
 * and is replaced every day.
 */
export class PrefixNames {
  readonly #makeKey: () => Buffer;
  /** Not bytes, which would be made into a key at each use. */
  #key = createSecretKey(randomBytes(32));
  #day = -1;

  /** @param makeKey of one day; where several processes count together, the same for all of them */
  constructor(makeKey: () => Buffer = () => randomBytes(32)) {
    this.#makeKey = makeKey;
  }

  nameOf(address: string, nowMs: number): string {
    const day = Math.floor(nowMs / DAY_MS);
    if (day !== this.#day) {
      this.#day = day;
      this.#key = createSecretKey(this.#makeKey());
    }
    return this.#hash(addressPrefix(address));
  }

  /** [L133] Of each network that the address is in, narrowest first. */
  namesOf(address: string, nowMs: number): readonly string[] {
    const first = this.nameOf(address, nowMs);
    const [, ...wider] = networksOf(address);
    return [first, ...wider.map((network) => this.#hash(network))];
  }

  #hash(network: string): string {
    const digest = createHmac('sha256', this.#key).update(network).digest();
    // Not cut from the whole text, which would be kept behind its part.
    return digest.toString('base64url', 0, NAME_BYTES);
  }
}

function expandGroups(address: string): string[] {
  const [head = '', tail] = address.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = tail === undefined ? 0 : Math.max(0, IPV6_GROUPS - before.length - after.length);
  const groups = [...before, ...Array.from({ length: missing }, () => '0'), ...after];
  return groups.map((group) => group.replace(/^0+(?=.)/, ''));
}
