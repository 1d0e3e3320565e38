import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { addressPrefix, clientAddress, networksOf, PrefixNames } from './address-prefix.ts';

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

test.each([
  ['192.0.2.7', ['192.0.2.7']],
  ['::ffff:192.0.2.7', ['192.0.2.7']],
  ['2001:db8:1:2ff:3:4:5:6', ['2001:db8:1:2ff::/64', '2001:db8:1:2::/56', '2001:db8:1::/48']],
  ['2001:db8::1', ['2001:db8:0:0::/64', '2001:db8:0:0::/56', '2001:db8:0::/48']],
  ['2001:db8:1:fe01::', ['2001:db8:1:fe01::/64', '2001:db8:1:fe::/56', '2001:db8:1::/48']],
  ['?', ['?']],
])('[L133] %j is in the networks %j', (address, networks) => {
  expect(networksOf(address)).toEqual(networks);
});

test('[L36] [L133] networks have names that tell nothing, equal for all that are in them', () => {
  const names = new PrefixNames();
  const one = names.namesOf('2001:db8:1:201::1', 0);
  const near = names.namesOf('2001:db8:1:202::1', 0);
  const far = names.namesOf('2001:db8:1:302::1', 0);
  expect(one).toHaveLength(3);
  expect([near[0] === one[0], near[1] === one[1], near[2] === one[2]]).toEqual([false, true, true]);
  expect([far[1] === one[1], far[2] === one[2]]).toEqual([false, true]);
  expect(one[0]).toBe(names.nameOf('2001:db8:1:201::7', 0));
  for (const name of one) expect(name).toMatch(/^[\w-]{16}$/);
});

test.each([
  ['192.0.2.7:4711', '192.0.2.7'],
  ['[2001:db8::1]:4711', '2001:db8::1'],
  ['[2001:db8::1]', '2001:db8::1'],
  ['2001:db8::1', '2001:db8::1'],
])('[L35] a proxy may write %j', (forwarded, address) => {
  expect(clientAddress(request('10.0.0.1', forwarded), 1)).toBe(address);
});
