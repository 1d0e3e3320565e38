import { expect, test } from 'vitest';
import { limitOpus } from './opus-limits.ts';

const head = 'v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\n';

test('what another page wants of our Opus is bounded, and what is harmless of it stays', () => {
  const greedy = `${head}a=rtpmap:111 opus/48000/2\r\na=fmtp:111 minptime=10;maxaveragebitrate=510000;stereo=1;usedtx=0\r\na=mid:0\r\n`;
  expect(limitOpus(greedy)).toBe(
    `${head}a=rtpmap:111 opus/48000/2\r\na=fmtp:111 minptime=10;maxaveragebitrate=24000;usedtx=1;useinbandfec=1;stereo=0;cbr=0\r\na=mid:0\r\n`,
  );
});

test('limits are added where a page says nothing of its Opus', () => {
  expect(limitOpus(`${head}a=rtpmap:111 opus/48000/2\r\na=mid:0\r\n`)).toBe(
    `${head}a=rtpmap:111 opus/48000/2\r\na=fmtp:111 maxaveragebitrate=24000;usedtx=1;useinbandfec=1;stereo=0;cbr=0\r\na=mid:0\r\n`,
  );
});

test('a description without Opus, or that is none, is left alone', () => {
  for (const text of ['', `${head}a=rtpmap:8 PCMA/8000\r\n`, 'a=fmtp:111 stereo=1']) {
    expect(limitOpus(text)).toBe(text);
  }
});
