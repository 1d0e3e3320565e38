import { createHmac, randomBytes } from 'node:crypto';
import { isIPv4, isIPv6 } from 'node:net';
import type { IncomingMessage } from 'node:http';

const DAY_MS = 86_400_000;
/** An IPv6 subscriber owns a /64: the first four of eight groups. */
const IPV6_GROUPS = 8;
const IPV6_PREFIX_GROUPS = 4;

/** The address of the player, or of the outermost proxy that nobody told us to trust. */
export function clientAddress(request: IncomingMessage, trustedProxies: number): string {
  const direct = request.socket.remoteAddress ?? '';
  if (trustedProxies === 0) return direct;
  const forwarded = String(request.headers['x-forwarded-for'] ?? '').split(',');
  // Each trusted proxy added one at the end; what stands before may be made up.
  return forwarded.at(-trustedProxies)?.trim() || direct;
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
 * [L36] Turns prefixes into names that nobody can turn back, under a key that lives in memory only
 * and is replaced every day.
 */
export class PrefixNames {
  #key = randomBytes(32);
  #day = -1;

  nameOf(address: string, nowMs: number): string {
    const day = Math.floor(nowMs / DAY_MS);
    if (day !== this.#day) {
      this.#day = day;
      this.#key = randomBytes(32);
    }
    const hash = createHmac('sha256', this.#key).update(addressPrefix(address));
    return hash.digest('base64url').slice(0, 16);
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
