import { expect, test } from 'vitest';
import type { LinkSignal, SignalPayload } from '../../../shared/lobby/signal.ts';
import { ManualTimers } from '../../../tests/lobby/manual-timers.ts';
import { BUNCH_MS, CandidateBunch, unbunch } from './candidate-bunch.ts';

const candidate = (text: string): LinkSignal => ({
  type: 'candidate',
  candidate: text,
  sdpMid: '0',
  sdpMLineIndex: 0,
});

function setUp() {
  const timers = new ManualTimers();
  const sent: { readonly attempt: number; readonly said: string }[] = [];
  const bunch = new CandidateBunch(timers, (attempt, payload) =>
    sent.push({ attempt, said: describe(payload) }),
  );
  return { timers, sent, bunch };
}

function describe(payload: SignalPayload): string {
  const texts = unbunch(payload).map((one) => (one.type === 'candidate' ? one.candidate : ''));
  return payload.type === 'candidates' ? texts.join(' ') : payload.type;
}

test('[L146] candidates of a few milliseconds leave together, in order', () => {
  const { timers, sent, bunch } = setUp();
  for (const text of ['a', 'b', 'c']) bunch.put(1, candidate(text));
  timers.advance(BUNCH_MS - 1);
  expect(sent).toEqual([]);
  timers.advance(1);
  bunch.put(1, candidate('d'));
  timers.advance(BUNCH_MS);
  expect(sent).toEqual([
    { attempt: 1, said: 'a b c' },
    { attempt: 1, said: 'd' },
  ]);
  expect(timers.pending).toBe(0);
});

test('[L146] what is no candidate leaves at once, behind those that waited', () => {
  const { timers, sent, bunch } = setUp();
  bunch.put(1, { type: 'offer', sdp: '' });
  bunch.put(1, candidate('a'));
  bunch.put(1, { type: 'rebuild' });
  expect(sent.map(({ said }) => said)).toEqual(['offer', 'a', 'rebuild']);
  expect(timers.pending).toBe(0);
});

test('[L146] those of two attempts leave apart', () => {
  const { timers, sent, bunch } = setUp();
  bunch.put(1, candidate('a'));
  bunch.put(2, candidate('b'));
  timers.advance(BUNCH_MS);
  expect(sent).toEqual([
    { attempt: 1, said: 'a' },
    { attempt: 2, said: 'b' },
  ]);
});

test('[L146] a seventeenth waits for the next signal', () => {
  const { timers, sent, bunch } = setUp();
  for (let at = 0; at < 17; at++) bunch.put(1, candidate(String(at)));
  expect(sent.map(({ said }) => said.split(' ').length)).toEqual([16]);
  timers.advance(BUNCH_MS);
  expect(sent[1]).toEqual({ attempt: 1, said: '16' });
});

test('[L146] nothing is said after the end', () => {
  const { timers, sent, bunch } = setUp();
  bunch.put(1, candidate('a'));
  bunch.clear();
  timers.advance(BUNCH_MS);
  expect(sent).toEqual([]);
});
