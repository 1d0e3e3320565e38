import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { type TextSocket, writeText } from './write-text.ts';

type Shape = {
  readonly readyState?: string;
  readonly queued?: readonly unknown[];
  readonly websocket?: { readonly readyState?: number; readonly bufferedAmount?: number } | null;
};

/** A page, and all that left for it: by its own queue, and as bytes. */
function page({ readyState = 'open', queued = [], websocket = {} }: Shape = {}) {
  const [inQueue, frames]: [string[], Buffer[]] = [[], []];
  const connection = new Writable({
    decodeStrings: false,
    write(text: string, encoding, done) {
      frames.push(Buffer.from(text, encoding));
      done();
    },
  });
  const below = { readyState: 1, bufferedAmount: 0, _socket: connection, ...websocket };
  const socket = {
    readyState,
    writeBuffer: queued,
    transport: websocket === null ? {} : { socket: below },
    write: (text: string) => inQueue.push(text),
  };
  return { socket: socket as unknown as TextSocket, inQueue, frames };
}

test.each([1, 124, 125, 126, 300, 4096])(
  '[L170] %i characters leave as one text frame of RFC 6455',
  (length) => {
    const { socket, inQueue, frames } = page();
    writeText(socket, 'x'.repeat(length));
    expect(inQueue).toEqual([]);
    const [frame] = frames;
    expect(frames).toHaveLength(1);
    const [first, second] = frame!;
    expect(first).toBe(0x81);
    const isShort = length + 1 <= 125;
    expect(second).toBe(isShort ? length + 1 : 126);
    if (!isShort) expect(frame!.readUInt16BE(2)).toBe(length + 1);
    expect(frame!.toString('latin1', isShort ? 2 : 4)).toBe(`4${'x'.repeat(length)}`);
  },
);

test.each([
  ['something is queued', { queued: [{}] }],
  ['bytes wait for a slow reader', { websocket: { bufferedAmount: 1 } }],
  ['the websocket closes', { websocket: { readyState: 2 } }],
  ['the page is being closed', { readyState: 'closing' }],
  ['it is a page on long polling', { websocket: null }],
])('[L37] [L170] where %s it goes the way of everything else', (_where, shape) => {
  const { socket, inQueue, frames } = page(shape);
  writeText(socket, 'text');
  expect(inQueue).toEqual(['text']);
  expect(frames).toEqual([]);
});

test('[L170] what one frame does not hold goes the way of everything else', () => {
  const { socket, inQueue, frames } = page();
  writeText(socket, 'x'.repeat(0xffff));
  expect([inQueue.length, frames.length]).toEqual([1, 0]);
});
