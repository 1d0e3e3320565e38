import { expect, test } from 'vitest';
import { securityHeaders } from './security-headers.ts';

test('[L50] only an https address asks browsers to stay with https', () => {
  expect(securityHeaders('http://play.example')).not.toHaveProperty('Strict-Transport-Security');
  expect(securityHeaders('https://play.example')).toHaveProperty('Strict-Transport-Security');
});

test('[L50] the websocket of a known public address is named', () => {
  const policy = securityHeaders('https://play.example')['Content-Security-Policy'];
  expect(policy).toContain("connect-src 'self' wss://play.example;");
});
