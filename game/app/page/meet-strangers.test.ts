import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { SettingsStore } from '../../settings/settings-store.ts';
import { meetStrangers } from './meet-strangers.ts';

function first(change: Parameters<SettingsStore['update']>[0] = {}) {
  let kept: string | null = null;
  const store = {
    getItem: () => kept,
    setItem: (_key: string, text: string) => void (kept = text),
  };
  const settings = new SettingsStore(store);
  settings.update(change);
  const quick = signal<object | null>(null);
  return {
    quick,
    settings,
    isNew: meetStrangers(quick, settings),
    again: () => new SettingsStore(store),
  };
}

test('[L177] the first quick match says that others see the address, until it is left, and no other one does', () => {
  const { quick, isNew, again } = first();
  expect(isNew.value).toBe(false);
  quick.value = {};
  expect(isNew.value).toBe(true);
  quick.value = {};
  expect(isNew.value).toBe(true);
  quick.value = null;
  expect(isNew.value).toBe(false);
  quick.value = {};
  expect(isNew.value).toBe(false);
  const later = signal<object | null>({});
  expect(meetStrangers(later, again()).value).toBe(false);
});

test('[L177] who hides the address, or is watched by others, is told nothing', () => {
  for (const change of [{ hideAddress: true }, { streamer: true }]) {
    const { quick, isNew } = first(change);
    quick.value = {};
    expect(isNew.value).toBe(false);
  }
});

test('what is put away stays away', () => {
  const { quick, isNew } = first();
  quick.value = {};
  isNew.value = false;
  quick.value = {};
  expect(isNew.value).toBe(false);
});
