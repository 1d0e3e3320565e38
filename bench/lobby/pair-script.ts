import type { LinkSignal } from '../../shared/lobby/signal.ts';

/** What one of two pages hands to the lobby in one turn. */
export type Burst = { readonly opens: boolean; readonly payloads: readonly LinkSignal[] };

/** Of each side: names of the own network, addresses that STUN found, those of a TURN server. */
const GATHERED = [4, 3, 3] as const;

/** All 22 signals of a pair, as a browser comes by them: candidates of a kind at one time. */
export const AS_GATHERED: readonly Burst[] = [
  { opens: true, payloads: [description('offer')] },
  { opens: false, payloads: [description('answer')] },
  ...GATHERED.flatMap((count) =>
    [true, false].map((opens) => ({ opens, payloads: candidates(count) })),
  ),
];

/** The same signals with time between any two. */
export const ONE_BY_ONE: readonly Burst[] = AS_GATHERED.flatMap(({ opens, payloads }) =>
  payloads.map((payload) => ({ opens, payloads: [payload] })),
);

export const SIGNALS_OF_PAIR = ONE_BY_ONE.length;

/** As Chromium describes one data channel. */
function description(type: 'offer' | 'answer'): LinkSignal {
  const fingerprint = Array.from({ length: 32 }, () => 'A1').join(':');
  const sdp = [
    'v=0',
    'o=- 4611731400430051336 2 IN IP4 127.0.0.1',
    's=-',
    't=0 0',
    'a=group:BUNDLE 0',
    'a=extmap-allow-mixed',
    'a=msid-semantic: WMS',
    'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
    'c=IN IP4 0.0.0.0',
    'a=ice-ufrag:abcd',
    'a=ice-pwd:abcdefghijklmnopqrstuvwx',
    'a=ice-options:trickle',
    `a=fingerprint:sha-256 ${fingerprint}`,
    'a=setup:actpass',
    'a=mid:0',
    'a=sctp-port:5000',
    'a=max-message-size:262144',
    '',
  ].join('\r\n');
  return { type, sdp };
}

function candidates(count: number): LinkSignal[] {
  return Array.from({ length: count }, (_, at) => ({
    type: 'candidate',
    candidate: `candidate:84216${at} 1 udp 1677729535 203.0.113.${at} 5${at}432 typ srflx raddr 0.0.0.0 rport 0 generation 0 ufrag abcd network-cost 999`,
    sdpMid: '0',
    sdpMLineIndex: 0,
  }));
}
