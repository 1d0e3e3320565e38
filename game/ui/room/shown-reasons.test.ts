import { expect, test } from 'vitest';
import { REPORT_REASONS } from '../../../shared/lobby/person-report.ts';
import { REASONS } from '../../operator/read-figures.ts';
import { SHOWN_REASONS } from './shown-reasons.ts';

test('[L169] [L167] every reason is offered to players, and shown to the operator', () => {
  expect([...SHOWN_REASONS].toSorted()).toEqual([...REPORT_REASONS].toSorted());
  expect([...REASONS].toSorted()).toEqual([...REPORT_REASONS].toSorted());
});
