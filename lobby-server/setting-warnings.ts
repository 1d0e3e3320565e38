import type { Config } from './config.ts';

/** What starts and works, and lets strangers do what its host may not expect; a sentence each. */
export function settingWarnings({ trustedProxies, host, port }: Config): string[] {
  const isOpen = host === '' || host === '0.0.0.0' || host === '::';
  if (trustedProxies === 0 || !isOpen) return [];
  return [
    `PEERBALL_TRUST_PROXY is set and PEERBALL_HOST is not: whoever reaches port ${port} past the proxy ` +
      'can pretend to come from any address. Set PEERBALL_HOST=127.0.0.1, or let nobody but the proxy ' +
      'reach the port.',
  ];
}
