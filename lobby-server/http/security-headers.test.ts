import { expect, test } from 'vitest';
import { BOX_HEADERS, headersOfRoomPage, securityHeaders } from './security-headers.ts';

test('[L50] only an https address asks browsers to stay with https', () => {
  expect(securityHeaders('http://play.example')).not.toHaveProperty('Strict-Transport-Security');
  expect(securityHeaders('https://play.example')).toHaveProperty('Strict-Transport-Security');
});

test('[L50] the websocket of a known public address is named', () => {
  const policy = securityHeaders('https://play.example')['Content-Security-Policy'];
  expect(policy).toContain("connect-src 'self' wss://play.example;");
});

test('[L160] the frame of a room script has an origin of its own, and only its page may show a frame', () => {
  const box = BOX_HEADERS['Content-Security-Policy']!.split('; ');
  expect(box).toContain('sandbox allow-scripts');
  expect(box).toContain("default-src 'none'");
  expect(box).toContain("frame-ancestors 'self'");
  const policy = securityHeaders(null)['Content-Security-Policy']!;
  expect(headersOfRoomPage(policy)).toEqual({
    'Content-Security-Policy': `${policy}; frame-src 'self'`,
  });
});
