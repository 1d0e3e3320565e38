import { expect, test } from 'vitest';
import { readPath } from './link-path.ts';

const report = (entries: Record<string, object>): RTCStatsReport =>
  new Map(Object.entries(entries)) as unknown as RTCStatsReport;

const ends = {
  l: { candidateType: 'host' },
  r: { candidateType: 'srflx' },
  t: { candidateType: 'relay' },
};

test('Chromium names the pair in use in its transport', () => {
  const stats = report({
    ...ends,
    other: { type: 'candidate-pair', nominated: true, state: 'succeeded', localCandidateId: 't' },
    used: {
      type: 'candidate-pair',
      localCandidateId: 'l',
      remoteCandidateId: 'r',
      currentRoundTripTime: 0.025,
    },
    transport: { type: 'transport', selectedCandidatePairId: 'used' },
  });
  expect(readPath(stats)).toEqual({ path: 'direct', rttMs: 25 });
});

test('Firefox marks the pair in use itself; a relay on either side counts', () => {
  const stats = report({
    ...ends,
    used: { type: 'candidate-pair', selected: true, localCandidateId: 'l', remoteCandidateId: 't' },
  });
  expect(readPath(stats)).toEqual({ path: 'turn', rttMs: null });
});

test('without a pair in use there is no path', () => {
  expect(readPath(report(ends))).toBeNull();
});
