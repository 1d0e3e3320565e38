import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { WaitingBytes } from './waiting-bytes.ts';

class Raw extends EventEmitter {
  readonly transport = { socket: { bufferedAmount: 0 } };
  readonly closed: boolean[] = [];

  close(discard: boolean): void {
    this.closed.push(discard);
  }
}

function setUp(raw = new Raw(), waiting = new WaitingBytes(100, () => raw.emit('counted'))) {
  waiting.watch(raw);
  const queue = (chars: number) => raw.emit('packetCreate', { data: 'x'.repeat(chars) });
  return { raw, queue };
}

test('[L37] what is flushed in time may be as much as it likes', () => {
  const { raw, queue } = setUp();
  for (let i = 0; i < 10; i++) {
    queue(100);
    raw.emit('flush');
  }
  raw.emit('packetCreate', {});
  expect(raw.closed).toEqual([]);
});

test('[L37] a queue over the limit closes the socket, once and without waiting', () => {
  const { raw, queue } = setUp();
  queue(100);
  expect(raw.closed).toEqual([]);
  queue(1);
  queue(1);
  expect(raw.closed).toEqual([true]);
});

test('[L37] bytes that wait below the queue count too', () => {
  const { raw, queue } = setUp();
  raw.transport.socket.bufferedAmount = 100;
  queue(1);
  expect(raw.closed).toEqual([true]);
});

test('[L37] what waits for one socket says nothing of another', () => {
  const waiting = new WaitingBytes(100, () => {});
  const [slow, other] = [setUp(new Raw(), waiting), setUp(new Raw(), waiting)];
  slow.queue(90);
  other.queue(20);
  expect([waiting.of(slow.raw), waiting.of(other.raw)]).toEqual([90, 20]);
  slow.queue(20);
  expect([slow.raw.closed, other.raw.closed]).toEqual([[true], []]);
});
