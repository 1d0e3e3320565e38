import { expect, test, vi } from 'vitest';
import { fail, ok } from '../../../shared/base/result.ts';
import { bringSynthesizer } from './bring-synthesizer.ts';
import type { PageParts } from './page-parts.ts';
import { PartsDesk } from './parts-desk.ts';

function makeBringer(answer: ReturnType<typeof ok> | ReturnType<typeof fail>) {
  const desk = new PartsDesk();
  const loader = { load: () => Promise.resolve(answer) } as unknown as PageParts['loader'];
  return { desk, bring: bringSynthesizer({ loader, desk }) };
}

test('a browser that cannot sound loads nothing, and says so', async () => {
  const { desk, bring } = makeBringer(ok({ synthesizer: 'synthesizer' }));
  expect(await bring(() => {})).toBeNull();
  expect(desk.missing.value).toEqual({ part: 'sounds', problem: 'no-audio' });
});

test('where a browser can sound, the synthesizer comes or is missing', async () => {
  vi.stubGlobal('AudioContext', () => {});
  const here = makeBringer(ok({ synthesizer: 'synthesizer' }));
  expect(await here.bring(() => {})).toBe('synthesizer');
  const gone = makeBringer(fail('offline'));
  expect(await gone.bring(() => {})).toBeNull();
  expect(gone.desk.missing.value).toEqual({ part: 'sounds', problem: 'offline' });
  vi.unstubAllGlobals();
});
