import { isIPv4 } from 'node:net';

export type HostSettings = {
  readonly publicUrl: string | null;
  readonly allowedOrigins: readonly string[];
};

/**
 * Ends of names that no public name server answers for: RFC 6761, 6762 and 8375, ICANN's
 * `internal`, and what routers give out.
 */
const LOCAL_ENDS = [
  '.local',
  '.localhost',
  '.localdomain',
  '.lan',
  '.home',
  '.home.arpa',
  '.internal',
];

/**
 * By which names the server may be asked. An attacker that owns a name can point it at any address, also at
 * one in the network of a visitor (DNS rebinding): then `Host` and `Origin` agree and both
 * are the stranger's.
 */
export class KnownHosts {
  /** The pages that may open sockets whatever name they ask by. */
  readonly origins: readonly string[];
  readonly #names: ReadonlySet<string>;
  readonly #hasPublicUrl: boolean;
  /** Nearly all ask by the same name, and to read one takes as long as the rest of the question. */
  #lastHost: string | undefined;
  #lastName: string | null = null;

  constructor({ publicUrl, allowedOrigins }: HostSettings) {
    this.origins = [publicUrl ?? [], allowedOrigins].flat();
    this.#names = new Set(this.origins.map((origin) => new URL(origin).hostname));
    this.#hasPublicUrl = publicUrl !== null;
  }

  /** Is this one of our names, as far as we can know? */
  isKnown(host: string | undefined): boolean {
    const name = this.#nameOf(host);
    return name !== null && (this.#names.has(name) || this.#isOutOfReach(name));
  }

  /**
   * [L56] May a page that came by this name be trusted for that alone? Yes where no stranger can
   * make the name: an address, `localhost`, and, until the server knows its public URL, names that
   * only mean something in the own network, so that a LAN needs no settings.
   */
  isOutOfReach(host: string | undefined): boolean {
    const name = this.#nameOf(host);
    return name !== null && this.#isOutOfReach(name);
  }

  #nameOf(host: string | undefined): string | null {
    if (host !== this.#lastHost) {
      this.#lastHost = host;
      this.#lastName = nameOf(host);
    }
    return this.#lastName;
  }

  #isOutOfReach(name: string): boolean {
    if (name === 'localhost' || isIPv4(name) || name.startsWith('[')) return true;
    return !this.#hasPublicUrl && isLocalName(name);
  }
}

function isLocalName(name: string): boolean {
  return !name.includes('.') || LOCAL_ENDS.some((end) => name.endsWith(end));
}

/** Without the port, and as URLs have it: `127.1` is `127.0.0.1`. Null for what is no name. */
export function nameOf(host: string | undefined): string | null {
  if (host === undefined || !/^[\w.:[\]-]{1,255}$/.test(host)) return null;
  const address = `http://${host}`;
  return URL.canParse(address) ? new URL(address).hostname.replace(/\.$/, '') : null;
}
