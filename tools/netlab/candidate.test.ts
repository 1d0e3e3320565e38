import { expect, test } from 'vitest';
import { moveCandidate, moveCandidatesOf, readCandidate } from './candidate.ts';

const HOST = 'candidate:1 1 udp 2122260223 192.168.1.7 50123 typ host generation 0 ufrag abcd';

test('a host candidate for UDP and IPv4 names its end', () => {
  expect(readCandidate(HOST)).toEqual({ address: '192.168.1.7', port: 50_123 });
  expect(readCandidate(HOST.replace('udp', 'UDP'))).toEqual(readCandidate(HOST));
});

test.each([
  ['TCP', 'candidate:1 1 tcp 1518280447 192.168.1.7 9 typ host tcptype active'],
  ['IPv6', 'candidate:1 1 udp 2122260223 fe80::1 50123 typ host'],
  ['a hidden name', 'candidate:1 1 udp 2122260223 d0f1.local 50123 typ host'],
  ['what a server saw', 'candidate:1 1 udp 1686052607 203.0.113.9 50123 typ srflx raddr 0.0.0.0'],
  ['a relay', 'candidate:1 1 udp 41885695 203.0.113.9 50123 typ relay raddr 0.0.0.0'],
  ['no port', 'candidate:1 1 udp 2122260223 192.168.1.7 x typ host'],
  ['nothing', ''],
])('%s is no plain way', (_what, line) => {
  expect(readCandidate(line)).toBeNull();
});

test('a moved candidate differs in its place only', () => {
  expect(moveCandidate(HOST, { address: '127.0.0.1', port: 4000 })).toBe(
    HOST.replace('192.168.1.7 50123', '127.0.0.1 4000'),
  );
});

test('a description keeps the candidates that can be moved, and all its other lines', async () => {
  const lines = ['v=0', `a=${HOST}`, 'a=candidate:2 1 tcp 1 192.168.1.7 9 typ host', 'a=mid:0', ''];
  const moved = await moveCandidatesOf(lines.join('\r\n'), (line) =>
    Promise.resolve(line.includes('tcp') ? null : line.replace('50123', '4000')),
  );
  expect(moved).toBe(['v=0', `a=${HOST.replace('50123', '4000')}`, 'a=mid:0', ''].join('\r\n'));
});
