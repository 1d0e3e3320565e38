const NOTHING = ['accelerometer', 'camera', 'geolocation', 'payment', 'usb'];
/** The page itself asks for it, when its person turns voice on; nothing within it may. */
const OWN = ['microphone'];
const HSTS_S = 31_536_000;

/**
 * [L50] Headers of every answer. No `upgrade-insecure-requests` and no HSTS unless the public
 * address is https: either would break plain-http play in a LAN.
 */
export function securityHeaders(publicUrl: string | null): Readonly<Record<string, string>> {
  const https = publicUrl?.startsWith('https:') === true;
  // Some browsers do not count a websocket to the page's own host as 'self'.
  const socket = publicUrl === null ? '' : ` ${publicUrl.replace(/^http/, 'ws')}`;
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    `connect-src 'self'${socket}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    'Content-Security-Policy': policy.join('; '),
    'Permissions-Policy': [
      ...NOTHING.map((feature) => `${feature}=()`),
      ...OWN.map((feature) => `${feature}=(self)`),
    ].join(', '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    ...(https ? { 'Strict-Transport-Security': `max-age=${HSTS_S}` } : {}),
  };
}

/** [L160] Within the page at `/headless` a frame of this server is shown, and nothing else of it differs. */
export function headersOfRoomPage(policy: string): Readonly<Record<string, string>> {
  return { 'Content-Security-Policy': `${policy}; frame-src 'self'` };
}

/**
 * [L160] Of the frame in which a room script runs. `sandbox` gives it an origin of its own, wherever it is
 * shown: no storage, no cookie, no page and no request of this server's origin. Its script may be any, and
 * speak with other servers over https.
 */
export const BOX_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    'sandbox allow-scripts',
    "default-src 'none'",
    "script-src 'self' blob: 'unsafe-eval'",
    'worker-src blob:',
    'connect-src https: wss:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join('; '),
};
