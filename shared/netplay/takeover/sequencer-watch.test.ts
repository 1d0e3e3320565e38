import { expect, test } from 'vitest';
import type { RemotePeer } from '../replication/remote-peer.ts';
import { SequencerWatch } from './sequencer-watch.ts';

type Trait = {
  readonly rttMs?: number;
  readonly usualGapMs?: number;
  readonly isHidden?: boolean;
  readonly state?: string;
  readonly isHeardByLobby?: boolean;
};

function sequencer({
  rttMs = 0,
  usualGapMs = 0,
  isHidden = false,
  state = 'ready',
}: Trait = {}): RemotePeer {
  return { isHidden, channel: { meter: { rttMs, usualGapMs }, state: { state } } } as RemotePeer;
}

/** How long after its last word one is given up, in whole milliseconds. */
function patienceMs(trait: Trait): number {
  const watch = new SequencerWatch(() => trait.isHeardByLobby !== false);
  watch.noteWord(0);
  let nowMs = 0;
  while (!watch.isGone(sequencer(trait), nowMs)) nowMs += 1;
  return nowMs - 1;
}

test('[N10] a sequencer is given up after a second of silence, less the round trip', () => {
  expect(patienceMs({})).toBe(1_000);
  expect(patienceMs({ rttMs: 100 })).toBe(900);
  expect(patienceMs({ rttMs: 2_000 })).toBe(700);
});

test('[N30] one that is silent now and then is only slow, but nobody is waited for without end', () => {
  expect(patienceMs({ usualGapMs: 400 })).toBe(1_000);
  expect(patienceMs({ usualGapMs: 650 })).toBe(1_300);
  expect(patienceMs({ usualGapMs: 450, rttMs: 800 })).toBe(900);
  expect(patienceMs({ usualGapMs: 2_900 })).toBe(1_700);
});

test('[N30] one that the lobby has lost as well is not slow', () => {
  expect(patienceMs({ usualGapMs: 650, isHeardByLobby: false })).toBe(1_000);
});

test('one whose tab is hidden may be silent for longer', () => {
  expect(patienceMs({ isHidden: true, rttMs: 100 })).toBe(1_600);
});

test('[N10] who says goodbye, lost its world or has no open link is given up at once', () => {
  const watch = new SequencerWatch(() => true);
  watch.noteWord(0);
  expect(watch.isGone(sequencer({ state: 'closed' }), 1)).toBe(true);
  expect(watch.isGone(undefined, 1)).toBe(true);
  expect(watch.isGone(sequencer(), 1)).toBe(false);
  watch.noteDeparture('left');
  expect(watch.isGone(sequencer(), 1)).toBe(true);
});

test('whoever reigns next has its own time to be heard, from when it is first looked for', () => {
  const watch = new SequencerWatch(() => true);
  watch.noteDeparture('reloaded');
  watch.restart();
  expect(watch.departure).toBe('silent');
  expect(watch.isGone(sequencer(), 5_000)).toBe(false);
  expect(watch.isGone(sequencer(), 6_000)).toBe(false);
  expect(watch.isGone(sequencer(), 6_001)).toBe(true);
});
