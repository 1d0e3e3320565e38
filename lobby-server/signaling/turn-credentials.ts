import { createHmac } from 'node:crypto';
import type { IceConfig } from '../../shared/lobby/ice-config.ts';

export type IceSettings = {
  readonly stunUrls: readonly string[];
  readonly turnUrls: readonly string[];
  readonly turnSecret: string | null;
};

export const TURN_LIFETIME_S = 3600;

/** [L99] What a stranger needs to measure a way: STUN, which knows nobody. */
export function makeStunConfig({ stunUrls }: IceSettings): IceConfig {
  const servers = stunUrls.length > 0 ? [{ urls: [...stunUrls] }] : [];
  return { servers, lifetimeS: 0 };
}

/**
 * [L31] The servers for one member. TURN passwords follow coturn's `use-auth-secret`: the name says
 * when they end, and the TURN server computes the same password from the same secret.
 */
export function makeIceConfig(
  settings: IceSettings,
  member: string,
  unixSeconds: number,
): IceConfig {
  const { turnUrls, turnSecret } = settings;
  const { servers: stun } = makeStunConfig(settings);
  if (turnUrls.length === 0 || turnSecret === null) return makeStunConfig(settings);

  const username = `${unixSeconds + TURN_LIFETIME_S}:${member}`;
  const credential = createHmac('sha1', turnSecret).update(username).digest('base64');
  return {
    servers: [...stun, { urls: [...turnUrls], username, credential }],
    lifetimeS: TURN_LIFETIME_S,
  };
}
