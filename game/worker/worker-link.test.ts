import { expect, test } from 'vitest';
import { parsePeerId } from '../../shared/base/peer-id.ts';
import { ManualTimers } from '../../tests/lobby/manual-timers.ts';
import { ChannelWay, type WorkerChannel } from './channel-way.ts';
import type { LinkWord } from './messages.ts';
import { WorkerLink } from './worker-link.ts';

const WORD: LinkWord = { channel: 1, needsHelp: false, isClosed: false, path: 'direct', lagMs: 0 };
const BYTES = Uint8Array.of(1, 2, 3);

function makeLink(word: Partial<LinkWord> = {}) {
  const timers = new ManualTimers();
  let hear = (_event: MessageEvent<unknown>): void => {};
  const channel = {
    readyState: 'open' as RTCDataChannelState,
    bufferedAmount: 0,
    binaryType: 'blob' as BinaryType,
    sent: 0,
    send: () => void (channel.sent += 1),
    addEventListener: (_type: 'message', take: typeof hear) => void (hear = take),
  };
  const way = new ChannelWay(channel as WorkerChannel, timers);
  const log = { byPage: 0, closed: 0 };
  const link = new WorkerLink({
    remote: parsePeerId('ben')!,
    timers,
    word: { ...WORD, ...word },
    findWay: (id) => (id === 1 ? way : null),
    sendByPage: () => void (log.byPage += 1),
    onClose: () => void (log.closed += 1),
  });
  const come = (data: unknown): void => hear({ data } as MessageEvent<unknown>);
  const heard = (): (readonly number[])[] => {
    const all: (readonly number[])[] = [];
    link.receive((bytes, atMs) => all.push([...bytes, atMs]));
    return all;
  };
  return { link, way, channel, timers, log, come, heard };
}

test('[N67] datagrams go over the channel alone, and over the page where that has to help', () => {
  const { link, channel, log, way } = makeLink();
  expect(link.send(BYTES)).toBe(true);
  expect([channel.sent, log.byPage]).toEqual([1, 0]);
  link.heed({ ...WORD, needsHelp: true });
  expect(link.send(BYTES)).toBe(true);
  expect([channel.sent, log.byPage]).toEqual([2, 1]);
  link.heed({ ...WORD, channel: null, needsHelp: true });
  expect(link.send(BYTES)).toBe(true);
  expect([channel.sent, log.byPage]).toEqual([2, 2]);
  expect(way.counts).toMatchObject({ sent: 2, sentBytes: 6, skipped: 0 });
});

test('what waits in the channel is not waited for, except for a goodbye', () => {
  const { link, channel, way } = makeLink();
  channel.bufferedAmount = 10;
  expect(link.send(BYTES)).toBe(false);
  way.isHurried = true;
  expect(link.send(BYTES)).toBe(true);
  expect(way.counts).toMatchObject({ sent: 1, skipped: 1 });
});

test('as long as the channel opens nothing is sent over it, and the first greeting is not lost', () => {
  const { link, channel, log } = makeLink();
  channel.readyState = 'connecting';
  expect([link.state, link.send(BYTES)]).toEqual(['connecting', false]);
  link.heed({ ...WORD, needsHelp: true });
  expect([link.state, link.send(BYTES), log.byPage]).toEqual(['open', true, 1]);
});

test('datagrams of both ways come in one order, stamped as they came; others are refused', () => {
  const { link, timers, come, heard, way } = makeLink();
  timers.advance(100);
  come(Uint8Array.of(1).buffer);
  timers.advance(10);
  link.take(Uint8Array.of(2), 95);
  come('text');
  come(new ArrayBuffer(5000));
  expect(heard()).toEqual([
    [2, 95],
    [1, 100],
  ]);
  expect(way.counts).toMatchObject({ received: 1, refused: 2 });
  link.heed({ ...WORD, lagMs: 50 });
  come(Uint8Array.of(3).buffer);
  expect(heard()).toEqual([]);
  timers.advance(50);
  expect(heard()).toEqual([[3, 160]]);
});

test('what came before the page lost the link is read first: it may be a goodbye', () => {
  const { link, channel, come, heard, way } = makeLink();
  come(Uint8Array.of(9).buffer);
  channel.readyState = 'closed';
  link.heed({ ...WORD, channel: null, isClosed: true });
  expect([link.state, way.isOver]).toEqual(['open', false]);
  expect(heard()).toEqual([[9, 0]]);
  expect([link.state, way.isOver]).toEqual(['closed', true]);
});

test('a link that the session closes is told to the page once', () => {
  const { link, log, come, heard } = makeLink();
  link.close();
  link.close();
  come(Uint8Array.of(1).buffer);
  expect([link.state, link.send(BYTES), heard(), log.closed]).toEqual(['closed', false, [], 1]);
});
