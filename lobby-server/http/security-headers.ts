const NOTHING = ['accelerometer', 'camera', 'geolocation', 'microphone', 'payment', 'usb'] as const;
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
    'Permissions-Policy': NOTHING.map((feature) => `${feature}=()`).join(', '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    ...(https ? { 'Strict-Transport-Security': `max-age=${HSTS_S}` } : {}),
  };
}
