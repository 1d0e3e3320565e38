import { expect, test } from 'vitest';
import { parsePeerId } from '../../base/peer-id.ts';
import { HandoverPatience } from './handover-patience.ts';

test('[N58] a thin way is borne twice as long behind each change of the sequencer, until that is long ago', () => {
  const [ana, ben] = [parsePeerId('ana')!, parsePeerId('ben')!];
  const patience = new HandoverPatience();
  const waits: number[] = [];
  for (let minute = 0; minute < 4; minute++) {
    patience.watch(minute % 2 === 0 ? ana : ben, minute * 60_000);
    patience.watch(minute % 2 === 0 ? ana : ben, minute * 60_000 + 1);
    waits.push(patience.waitMs(minute * 60_000));
  }
  expect(waits).toEqual([1_500, 3_000, 6_000, 12_000]);
  expect(patience.waitMs(20 * 60_000)).toBe(1_500);
});
