import { expect, test } from 'vitest';
import { parsePeerId } from '../../../shared/base/peer-id.ts';
import { FakeLink } from '../../../tests/links/fake-link.ts';
import { ManualTimers } from '../../../tests/lobby/manual-timers.ts';
import { MovedChannel, NO_COUNTS } from './moved-channel.ts';
import { PairLink, SILENT_MS } from './pair-link.ts';
import { writeRelayFrame, readRelayFrame } from './relay-frame.ts';
import { RelayLink } from './relay-link.ts';

const ben = parsePeerId('ben')!;

function makePair() {
  const timers = new ManualTimers();
  const nothing = (): void => {};
  const relay = new RelayLink({
    remote: ben,
    generation: 1,
    timers,
    sendFrame: () => true,
    onOpen: nothing,
    onRemoteClose: nothing,
  });
  const direct = Object.assign(
    new FakeLink({
      remote: ben,
      initiator: false,
      turnOnly: false,
      iceServers: [],
      timers,
      onSignal: nothing,
      onOpen: nothing,
      onEnd: nothing,
    }),
    { moved: new MovedChannel(1, nothing) },
  );
  direct.state = 'open';
  const pair = new PairLink({ remote: ben, timers, relay, onClose: nothing });
  pair.takeDirect(direct);
  let received = 0;
  /** The worker says that so many datagrams came in all, the last of them just now. */
  const say = (count: number): void => {
    received = count;
    direct.moved.say({ ...NO_COUNTS, received }, timers.now(), timers.now());
    pair.receive(nothing);
  };
  const stay = (): void => {
    direct.moved.say({ ...NO_COUNTS, received }, 0, timers.now());
    pair.receive(nothing);
  };
  const relayed = (): void =>
    relay.accept(readRelayFrame(writeRelayFrame('data', 1, Uint8Array.of(1)))!);
  return { timers, pair, direct, say, stay, relayed };
}

test('[N67] a channel that the worker hears over needs no help', () => {
  const { pair, timers, say } = makePair();
  expect([pair.moved?.id, pair.needsHelp]).toEqual([1, true]);
  say(1);
  expect(pair.needsHelp).toBe(false);
  timers.advance(SILENT_MS - 1);
  say(20);
  expect(pair.needsHelp).toBe(false);
});

test('[N68] a page that stood still does not take its own silence for that of the channel', () => {
  const { pair, timers, say } = makePair();
  for (let count = 1; count < 30; count += 1) {
    timers.advance(17);
    say(count);
  }
  timers.advance(3_000);
  expect(pair.needsHelp).toBe(false);
});

test('[L27] a channel over which nothing comes any more is helped out by the page', () => {
  const { pair, timers, say, stay, relayed } = makePair();
  for (let count = 1; count < 30; count += 1) {
    timers.advance(17);
    say(count);
  }
  timers.advance(2 * SILENT_MS);
  stay();
  relayed();
  expect(pair.needsHelp).toBe(true);
  say(30);
  timers.advance(2_000);
  say(31);
  expect(pair.needsHelp).toBe(false);
});

test('a direct way that is gone has no channel', () => {
  const { pair, direct } = makePair();
  direct.finish('failed');
  expect([pair.moved, pair.needsHelp]).toEqual([null, true]);
});
