import fc from 'fast-check';
import { expect, test } from 'vitest';
import { relayedOnly } from './relay-only.ts';

const ADDRESS = '203.0.113.77';
const candidate = (text: string) =>
  ({
    type: 'candidates',
    candidates: [{ candidate: text, sdpMid: '0', sdpMLineIndex: 0 }],
  }) as const;

test.each([
  `candidate:1 1 udp 2122260223 ${ADDRESS} 50000 typ host generation 0`,
  `candidate:2 1 udp 1686052607 ${ADDRESS} 50000 typ srflx raddr 10.0.0.2 rport 50000`,
  `candidate:3 1 udp 1 ${ADDRESS} 50000 typ prflx raddr 0.0.0.0 rport 0`,
  'candidate:4 1 udp 1 5f8a.local 50000 typ host',
  `candidate:5 1 tcp 1 ${ADDRESS} 9 typ host tcptype active`,
  'anything else',
])('[L141] %j says where a page is, and is not passed on', (text) => {
  expect(relayedOnly(candidate(text))).toBeNull();
});

test('[L141] of a relayed candidate the address behind the relay is taken out', () => {
  const relayed = `candidate:6 1 udp 41885439 198.51.100.1 60000 typ relay raddr ${ADDRESS} rport 50000 generation 0`;
  expect(relayedOnly(candidate(relayed))).toEqual(
    candidate(
      'candidate:6 1 udp 41885439 198.51.100.1 60000 typ relay raddr 0.0.0.0 rport 0 generation 0',
    ),
  );
  expect(relayedOnly(candidate(''))).toEqual(candidate(''));
});

test('[L141] a description keeps all but addresses', () => {
  const sdp = [
    'v=0',
    `o=mozilla 5 0 IN IP4 ${ADDRESS}`,
    's=-',
    'm=application 50000 UDP/DTLS/SCTP webrtc-datachannel',
    `c=IN IP4 ${ADDRESS}`,
    'c=IN IP6 2001:db8::77',
    `a=rtcp:9 IN IP4 ${ADDRESS}`,
    `a=candidate:1 1 udp 1 ${ADDRESS} 50000 typ host`,
    `a=candidate:2 1 udp 1 198.51.100.1 60000 typ relay raddr ${ADDRESS} rport 50000`,
    'a=fingerprint:sha-256 AA:BB',
    '',
  ].join('\r\n');
  const left = relayedOnly({ type: 'offer', sdp });
  expect(left).toEqual({
    type: 'offer',
    sdp: [
      'v=0',
      'o=mozilla 5 0 IN IP4 0.0.0.0',
      's=-',
      'm=application 50000 UDP/DTLS/SCTP webrtc-datachannel',
      'c=IN IP4 0.0.0.0',
      'c=IN IP4 0.0.0.0',
      'a=rtcp:9 IN IP4 0.0.0.0',
      'a=candidate:2 1 udp 1 198.51.100.1 60000 typ relay raddr 0.0.0.0 rport 0',
      'a=fingerprint:sha-256 AA:BB',
      '',
    ].join('\r\n'),
  });
});

test('[L141] whatever stands in the lines, no candidate but relayed ones gets through', () => {
  const end = fc.constantFrom('\r\n', '\n', '\r');
  const kind = fc.constantFrom('host', 'srflx', 'prflx', 'relayed', 'HOST');
  fc.assert(
    fc.property(fc.array(fc.tuple(kind, end, fc.string({ maxLength: 8 }))), (lines) => {
      const sdp = lines
        .map(
          ([typ, lineEnd, more]) =>
            `a=candidate:1 1 udp 1 ${ADDRESS} 1 typ ${typ} ${more.replaceAll(/[\r\n]| typ relay/g, '')}${lineEnd}`,
        )
        .join('');
      const left = relayedOnly({ type: 'answer', sdp });
      return left?.type === 'answer' && !left.sdp.includes(ADDRESS);
    }),
  );
});

test('[L141] what names no address passes', () => {
  expect(relayedOnly({ type: 'rebuild' })).toEqual({ type: 'rebuild' });
});
