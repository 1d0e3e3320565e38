import { expect, test } from 'vitest';
import { followPageLife } from './page-life.ts';

function livePage() {
  const told: string[] = [];
  const listeners = new Map<string, (event: { readonly persisted: boolean }) => void>();
  followPageLife(
    { addEventListener: (type, listen) => void listeners.set(type, listen) },
    {
      depart: (isForGood) => void told.push(isForGood ? 'goes for good' : 'is put aside'),
      reload: () => void told.push('is loaded anew'),
    },
  );
  const dispatch = (type: string, persisted: boolean) => listeners.get(type)!({ persisted });
  return { dispatch, told };
}

test('[L73] a page that is only put aside does not go for good, and is loaded anew when it is shown', () => {
  const { dispatch, told } = livePage();
  dispatch('pagehide', true);
  dispatch('pageshow', true);
  expect(told).toEqual(['is put aside', 'is loaded anew']);
});

test('[L73] the first time that a page is shown loads nothing anew, and one that is closed goes for good', () => {
  const { dispatch, told } = livePage();
  dispatch('pageshow', false);
  dispatch('pagehide', false);
  expect(told).toEqual(['goes for good']);
});
