import { expect, test } from 'vitest';
import { ManualTimers } from '../../../tests/lobby/manual-timers.ts';
import type { LinkSignal } from '../../../shared/lobby/signal.ts';
import { kindOf, WayNotes } from './way-notes.ts';

function candidate(text: string): LinkSignal {
  return { type: 'candidate', candidate: text, sdpMid: '0', sdpMLineIndex: 0 };
}

test('[L185] of a candidate its protocol and its type are noted, and nothing of where it leads', () => {
  const host = 'candidate:1 1 UDP 2122 192.168.7.31 50123 typ host generation 0 ufrag Ab';
  const relay = 'candidate:2 1 tcp 91 2001:db8::7 443 typ relay raddr 10.0.0.1 rport 9';
  expect(kindOf(candidate(host))).toBe('candidate udp host');
  expect(kindOf(candidate(relay))).toBe('candidate tcp relay');
  expect(kindOf(candidate(''))).toBe('candidate, the last');
  expect(kindOf({ type: 'offer', sdp: 'c=IN IP4 10.1.2.3' })).toBe('offer');
});

test('[L185] what a stranger writes in place of a candidate is not noted', () => {
  for (const text of [
    'candidate:1 1 10.0.0.1 2 a 3 typ host',
    'typ Ana',
    `candidate:${'x'.repeat(900)}`,
  ]) {
    expect(kindOf(candidate(text))).not.toMatch(/10\.0|Ana|xxx/);
  }
});

test('[L185] the notes keep the last 300 lines, each with its second', () => {
  const timers = new ManualTimers();
  const notes = new WayNotes(timers);
  let told = 0;
  notes.onNote = () => told++;
  timers.advance(1250);
  notes.add('ICE checking');
  expect(notes.lines).toEqual(['1.25 s  ICE checking']);
  for (let line = 0; line < 400; line++) notes.add(`line ${line}`);
  expect(notes.lines).toHaveLength(300);
  expect(notes.has(/line 399$/)).toBe(true);
  expect(notes.has(/line 99$/)).toBe(false);
  expect(told).toBe(401);
});
