import { expect, test } from 'vitest';
import { makeIceConfig } from './turn-credentials.ts';

test('[L31] a TURN password is the one that the TURN server computes', () => {
  const settings = {
    stunUrls: ['stun:s.example'],
    turnUrls: ['turn:t.example'],
    turnSecret: 'north',
  };
  // printf '1003600:ada' | openssl dgst -sha1 -hmac north -binary | base64
  expect(makeIceConfig(settings, 'ada', 1_000_000)).toEqual({
    servers: [
      { urls: ['stun:s.example'] },
      {
        urls: ['turn:t.example'],
        username: '1003600:ada',
        credential: 'uBp9zd3SgA3XBDMtCRVC7T4C7vg=',
      },
    ],
    lifetimeS: 3600,
  });
});

test('without servers there is nothing to hand out', () => {
  const settings = { stunUrls: [], turnUrls: [], turnSecret: null };
  expect(makeIceConfig(settings, 'ada', 0)).toEqual({ servers: [], lifetimeS: 0 });
});
