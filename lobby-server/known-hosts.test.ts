import { expect, test } from 'vitest';
import { KnownHosts } from './known-hosts.ts';

const lan = new KnownHosts({ publicUrl: null, allowedOrigins: [] });
const internet = new KnownHosts({
  publicUrl: 'https://play.example',
  allowedOrigins: ['https://friend.example:8443'],
});

test.each([
  'localhost',
  'localhost:3000',
  '127.0.0.1:3000',
  '192.168.1.5',
  '[fd00::7]:3000',
  '127.1',
])('[L56] %s can be made by no stranger, with a public URL or without', (host) => {
  expect([lan.isOutOfReach(host), internet.isOutOfReach(host)]).toEqual([true, true]);
});

test.each(['mybox', 'mybox.local:3000', 'MyBox.LAN', 'mybox.home.arpa', 'mybox.local.'])(
  '[L56] %s is a name of the own network: enough until there is a public URL',
  (host) => {
    expect([lan.isOutOfReach(host), internet.isOutOfReach(host)]).toEqual([true, false]);
  },
);

test.each([
  'evil.example',
  'localhost.evil.example',
  '127.0.0.1.evil.example:3000',
  'local.evil.com',
  '7.1.168.192.in-addr.arpa',
])('[L56] %s may belong to anybody', (host) => {
  expect([lan.isKnown(host), internet.isKnown(host)]).toEqual([false, false]);
});

test('[L56] the names of the settings are known, with any port, and no reason for trust', () => {
  for (const host of ['play.example', 'PLAY.example:3000', 'friend.example']) {
    expect(internet.isKnown(host), host).toBe(true);
    expect(internet.isOutOfReach(host), host).toBe(false);
  }
});

test.each([
  undefined,
  '',
  ' ',
  '/',
  'a/b',
  'a b',
  'user@localhost',
  'localhost:99999',
  '[::1',
  '%00',
])('[L56] %j is no name at all', (host) => {
  expect(lan.isKnown(host)).toBe(false);
});
