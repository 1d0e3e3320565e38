import { expect, test } from 'vitest';
import { incomingSignal, outgoingSignal } from '../../shared/lobby/signal.ts';
import type { PeerId } from '../../shared/base/peer-id.ts';
import { seededRandom } from '../../tests/lobby/hostile/seeded-random.ts';
import { readSignalText, writeSignalText } from './signal-text.ts';

const CANDIDATE = {
  candidate:
    'candidate:842163049 1 udp 1677729535 203.0.113.4 51432 typ srflx raddr 0.0.0.0 rport 0',
  sdpMid: '0',
  sdpMLineIndex: 0,
};
const SDP = 'v=0\r\ns=-\r\nm=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\na=mid:0\r\n';
const HONEST = [
  { type: 'offer', sdp: SDP },
  { type: 'answer', sdp: SDP },
  bunch(CANDIDATE),
  bunch(CANDIDATE, { candidate: '', sdpMid: null, sdpMLineIndex: null }),
];
const ME = 'the-one-who-says-it' as PeerId;

function bunch(...candidates: object[]): object {
  return { type: 'candidates', candidates };
}

function packet(payload: object, beside: object = {}): string {
  const place = { to: 'peer_1-2', toSession: 7, attempt: 1, generation: 0 };
  return `2${JSON.stringify(['signal', { ...place, payload, ...beside }])}`;
}

function payloadIn(text: string): unknown {
  const [, signal] = JSON.parse(text.slice(1)) as [string, { payload: unknown }];
  return signal.payload;
}

test('[L170] what our game says is read, and travels on as it is', () => {
  for (const payload of HONEST) {
    const read = readSignalText(packet(payload))!;
    expect(read).toMatchObject({ to: 'peer_1-2', toSession: 7 });
    const [event, signal] = JSON.parse(writeSignalText(ME, 3, read.rest).slice(1)) as unknown[];
    expect(event).toBe('signal');
    expect(signal).toEqual({ from: ME, fromSession: 3, attempt: 1, generation: 0, payload });
  }
});

test.each([
  ['a second medium', packet({ type: 'offer', sdp: `${SDP}${SDP}` })],
  ['audio', packet({ type: 'offer', sdp: 'v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\n' })],
  ['audio behind a data channel', packet({ type: 'offer', sdp: `${SDP}m=audio 9\r\n` })],
  ['no medium', packet({ type: 'offer', sdp: 'v=0\r\n' })],
  ['a medium behind a bare newline', packet({ type: 'offer', sdp: `${SDP}a=x\nm=audio 9\r\n` })],
  ['a description that is too long', packet({ type: 'offer', sdp: SDP + 'a=x\r\n'.repeat(900) })],
  ['seventeen candidates', packet(bunch(...Array.from({ length: 17 }, () => CANDIDATE)))],
  ['no candidates', packet(bunch())],
  ['a long candidate', packet(bunch({ ...CANDIDATE, candidate: 'c'.repeat(513) }))],
  ['a long medium', packet(bunch({ ...CANDIDATE, sdpMid: '0'.repeat(33) }))],
  ['a medium beyond the eighth', packet(bunch({ ...CANDIDATE, sdpMLineIndex: 8 }))],
  ['what needs an escape', packet(bunch({ ...CANDIDATE, candidate: 'a"b\\c' }))],
  ['what is not ASCII', packet(bunch({ ...CANDIDATE, candidate: 'candidatë' }))],
  ['a field more', packet(HONEST[2]!, { from: 'another' })],
  ['a name that is none', packet(HONEST[2]!, { to: 'peer 1' })],
  ['a session below zero', packet(HONEST[2]!, { toSession: -1 })],
  ['a session that is no whole number', packet(HONEST[2]!, { toSession: 1.5 })],
  ['a generation that does not exist', packet(HONEST[2]!, { generation: 70_000 })],
  ['zeros before a number', packet(HONEST[2]!).replace('"toSession":7', '"toSession":07')],
  ['a control character', packet(bunch({ ...CANDIDATE, sdpMid: 'X' })).replace('X', '\n')],
  ['a second message', `${packet(HONEST[2]!).slice(0, -1)},1]`],
  ['a wish for an answer', packet(HONEST[2]!).replace('2[', '27[')],
  ['another event', packet(HONEST[2]!).replace('signal', 'voice')],
  ['something behind it', `${packet(HONEST[2]!)} `],
])('[L170] %s is not read', (_what, text) => {
  expect(readSignalText(text)).toBeNull();
});

test('[L170] [L22] whatever is read is what the schema lets through, also of texts that are nearly right', () => {
  const random = seededRandom(170);
  const any = (count: number): number => Math.floor(random() * count);
  const pieces = ['"', '\\', '\\r\\n', 'm=', '\n', '\u2028', '0', '9', '-', '{', ']', ',', 'null'];
  let read = 0;
  for (let i = 0; i < 20_000; i++) {
    const text = packet(HONEST[i % HONEST.length]!);
    const at = any(text.length);
    const changed = text.slice(0, at) + pieces[any(pieces.length)]! + text.slice(at + any(3));
    const found = readSignalText(changed);
    if (found === null) continue;
    read += 1;
    const [, said] = JSON.parse(changed.slice(1)) as unknown[];
    expect(outgoingSignal.safeParse(said).data).toMatchObject({
      to: found.to,
      toSession: found.toSession,
    });
    const handed = writeSignalText(ME, 3, found.rest);
    const [, heard] = JSON.parse(handed.slice(1)) as unknown[];
    expect(incomingSignal.safeParse(heard).success).toBe(true);
    expect(payloadIn(handed)).toEqual(payloadIn(changed));
  }
  expect(read).toBeGreaterThan(1000);
});
