import { expect, test } from 'vitest';
import { FillWay } from './fill-way.ts';

const GAME = { sent: 100, received: 100, receivedBytes: 2000 };

test('a connection that was closed meanwhile tells nothing, and nothing fails', async () => {
  const closed = {
    createDataChannel: () => new EventTarget(),
    getStats: () => Promise.reject(new Error('closed')),
  } as unknown as RTCPeerConnection;
  expect(await new FillWay(closed).count(GAME)).toBeNull();
});
