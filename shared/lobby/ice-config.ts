import * as z from 'zod/mini';
import { ICE_SERVERS_MAX, ICE_TEXT_CHARS_MAX, ICE_URLS_MAX } from './limits.ts';

const text = z.string().check(z.minLength(1), z.maxLength(ICE_TEXT_CHARS_MAX));

export const ICE_URL = /^(?:stuns?|turns?):[^\s]+$/;

const iceServer = z.strictObject({
  urls: z.array(text.check(z.regex(ICE_URL))).check(z.minLength(1), z.maxLength(ICE_URLS_MAX)),
  username: z.optional(text),
  credential: z.optional(text),
});

const LIFETIME_S_MAX = 86_400;

export const iceConfig = z.strictObject({
  servers: z.array(iceServer).check(z.maxLength(ICE_SERVERS_MAX)),
  /** How long the credentials hold; 0 when there are none to run out. */
  lifetimeS: z.int().check(z.minimum(0), z.maximum(LIFETIME_S_MAX)),
});

/** STUN and TURN servers, for members of a room only. */
export type IceConfig = Readonly<z.infer<typeof iceConfig>>;
