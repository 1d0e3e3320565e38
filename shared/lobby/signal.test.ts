import { expect, test } from 'vitest';
import { outgoingSignal } from './signal.ts';

const DATA = 'm=application 9 UDP/DTLS/SCTP webrtc-datachannel';

function accepts(payload: object): boolean {
  const signal = { to: 'peer', toSession: 1, attempt: 1, generation: 1, payload };
  return outgoingSignal.safeParse(signal).success;
}

test.each([
  ['exactly one data channel', ['v=0', DATA, 'a=mid:0'], true],
  ['no medium', ['v=0'], false],
  ['two data channels', ['v=0', DATA, DATA], false],
  ['audio beside it', ['v=0', DATA, 'm=audio 9 UDP/TLS/RTP/SAVPF 111'], false],
  ['only video', ['v=0', 'm=video 9 UDP/TLS/RTP/SAVPF 96'], false],
])('[L22] a description with %s', (_case, lines, accepted) => {
  const sdp = `${lines.join('\r\n')}\r\n`;
  expect(accepts({ type: 'offer', sdp })).toBe(accepted);
  expect(accepts({ type: 'answer', sdp })).toBe(accepted);
});

test('[L22] descriptions end at 4096 characters and candidates at 512, sixteen of them', () => {
  const sdp = `v=0\r\n${DATA}\r\n`;
  expect(accepts({ type: 'offer', sdp: sdp.padEnd(4096, 'x') })).toBe(true);
  expect(accepts({ type: 'offer', sdp: sdp.padEnd(4097, 'x') })).toBe(false);
  const bunch = (length: number, count = 1) => {
    const one = { candidate: 'c'.repeat(length), sdpMid: '0', sdpMLineIndex: 0 };
    return { type: 'candidates', candidates: Array.from({ length: count }, () => one) };
  };
  expect(accepts(bunch(512, 16))).toBe(true);
  expect(accepts(bunch(513))).toBe(false);
  expect(accepts(bunch(1, 17))).toBe(false);
  expect(accepts(bunch(1, 0))).toBe(false);
});
