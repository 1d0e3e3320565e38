import { expect, test } from 'vitest';
import type { DesyncReport } from '../../../shared/netplay/desync/desync-report.ts';
import { DesyncNotice } from './desync-notice.ts';

function report(isBenched: boolean): DesyncReport {
  return { tick: 600, parts: ['ball'], isBenched };
}

test('a repaired state is told for four seconds, each one anew', () => {
  const notice = new DesyncNotice();
  const first = report(false);
  expect(notice.update([], 0)).toEqual([]);
  expect(notice.update([first], 1_000)).toEqual([{ kind: 'repaired' }]);
  expect(notice.update([first], 5_000)).toEqual([]);
  expect(notice.update([first, report(false)], 6_000)).toEqual([{ kind: 'repaired' }]);
});

test('who only watches from now on is told longer', () => {
  const notice = new DesyncNotice();
  const last = report(true);
  expect(notice.update([last], 0)).toEqual([{ kind: 'benched' }]);
  expect(notice.update([last], 11_000)).toEqual([{ kind: 'benched' }]);
  expect(notice.update([last], 12_000)).toEqual([]);
});
