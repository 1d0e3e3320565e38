import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { addressPrefix, clientAddress, PrefixNames } from './address-prefix.ts';

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:0001:0002::1', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['', '?'],
  ['unknown', '?'],
])('[L35] %j is counted as %j', (address, prefix) => {
  expect(addressPrefix(address)).toBe(prefix);
});

function request(remoteAddress: string, forwarded?: string): IncomingMessage {
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  return { socket: { remoteAddress }, headers } as unknown as IncomingMessage;
}

test('[L35] only what a trusted proxy added is believed', () => {
  const made = request('10.0.0.1', '6.6.6.6, 192.0.2.7');
  expect(clientAddress(made, 0)).toBe('10.0.0.1');
  expect(clientAddress(made, 1)).toBe('192.0.2.7');
  expect(clientAddress(request('10.0.0.1'), 1)).toBe('10.0.0.1');
});

test('[L36] an address has one name a day, and it does not tell the address', () => {
  const names = new PrefixNames();
  const name = names.nameOf('192.0.2.7', 0);
  expect(name).toMatch(/^[\w-]{16}$/);
  expect(names.nameOf('192.0.2.7', 86_399_999)).toBe(name);
  expect(names.nameOf('192.0.2.8', 86_399_999)).not.toBe(name);
  expect(names.nameOf('192.0.2.7', 86_400_000)).not.toBe(name);
  expect(new PrefixNames().nameOf('192.0.2.7', 0)).not.toBe(name);
});
