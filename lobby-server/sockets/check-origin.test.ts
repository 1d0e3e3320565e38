import type { IncomingHttpHeaders } from 'node:http';
import { expect, test } from 'vitest';
import { KnownHosts } from '../known-hosts.ts';
import { isOriginAllowed } from './check-origin.ts';

const lan = new KnownHosts({ publicUrl: null, allowedOrigins: [] });
const internet = new KnownHosts({
  publicUrl: 'https://play.example',
  allowedOrigins: ['https://friend.example'],
});

type Case = readonly [what: string, headers: IncomingHttpHeaders, inLan: boolean, online: boolean];

const LAN = '192.168.1.5:3000';
const cases: readonly Case[] = [
  ['its own page by address', { origin: `http://${LAN}`, host: LAN }, true, true],
  ['its own page by LAN name', { origin: 'http://box.local', host: 'box.local' }, true, false],
  ['its public page', { origin: 'https://play.example', host: 'play.example' }, false, true],
  ['its public page, through a proxy', { origin: 'https://play.example', host: LAN }, false, true],
  ['an allowed page', { origin: 'https://friend.example', host: 'play.example' }, false, true],
  [
    'a public name over http',
    { origin: 'http://play.example', host: 'play.example' },
    false,
    false,
  ],
  [
    'a rebound name',
    { origin: 'http://evil.example:3000', host: 'evil.example:3000' },
    false,
    false,
  ],
  ['a foreign page', { origin: 'https://evil.example', host: LAN }, false, false],
  ['another port', { origin: 'http://192.168.1.5:8080', host: LAN }, false, false],
  ['a sandboxed frame', { origin: 'null', host: LAN }, false, false],
  ['two origins', { origin: `http://${LAN}, https://evil.example`, host: LAN }, false, false],
  ['a program', { host: LAN }, true, true],
  ['a program by the public name', { host: 'play.example' }, false, true],
  ['a GET of a rebound page', { host: 'evil.example:3000' }, false, false],
  ['a GET of its own page', { host: LAN, 'sec-fetch-site': 'same-origin' }, true, true],
  ['a script of a foreign page', { host: LAN, 'sec-fetch-site': 'cross-site' }, false, false],
  ['a script of a neighbour', { host: 'localhost', 'sec-fetch-site': 'same-site' }, false, false],
  ['an address that was typed in', { host: LAN, 'sec-fetch-site': 'none' }, false, false],
];

test.each(cases)('[L34] %s', (_what, headers, inLan, online) => {
  expect({
    inLan: isOriginAllowed(headers, lan),
    online: isOriginAllowed(headers, internet),
  }).toEqual({ inLan, online });
});
