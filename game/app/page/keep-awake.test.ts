import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { Screen } from '../../ui/model/view-model.ts';
import { type AwakeWindow, keepAwake } from './keep-awake.ts';

class Device {
  readonly shown = signal<Pick<Screen, 'screen'>>({ screen: 'home' });
  /** Locks that are held. */
  held = 0;
  isRefusing = false;
  #hidden = false;
  readonly #listeners: (() => void)[] = [];

  get window(): AwakeWindow {
    const request = async () => {
      if (this.isRefusing) throw new Error('the battery is low');
      this.held += 1;
      return { release: async () => void (this.held -= 1) };
    };
    const isHidden = () => this.#hidden;
    return {
      document: {
        get hidden() {
          return isHidden();
        },
        addEventListener: (_type: string, listen: unknown) => {
          this.#listeners.push(listen as () => void);
        },
      },
      navigator: { wakeLock: { request } },
    };
  }

  async show(screen: Screen['screen']): Promise<number> {
    this.shown.value = { screen };
    return this.#settled();
  }

  async hide(isHidden: boolean): Promise<number> {
    this.#hidden = isHidden;
    for (const listen of this.#listeners) listen();
    return this.#settled();
  }

  async #settled(): Promise<number> {
    await new Promise((resolve) => setTimeout(resolve));
    return this.held;
  }
}

test('[V66] the screen stays on in room, match and replay, and not at home', async () => {
  const device = new Device();
  keepAwake(device.shown, device.window);
  expect(await device.show('joining')).toBe(0);
  expect(await device.show('room')).toBe(1);
  expect(await device.show('match')).toBe(1);
  expect(await device.show('result')).toBe(1);
  expect(await device.show('home')).toBe(0);
  expect(await device.show('replay')).toBe(1);
});

test('[V66] a hidden page gives it back and a page that is looked at again asks anew', async () => {
  const device = new Device();
  keepAwake(device.shown, device.window);
  await device.show('match');
  expect(await device.hide(true)).toBe(0);
  expect(await device.hide(false)).toBe(1);
});

test('one that comes after the match is given back, and a refusal breaks nothing', async () => {
  const device = new Device();
  keepAwake(device.shown, device.window);
  device.shown.value = { screen: 'match' };
  expect(await device.show('home')).toBe(0);
  device.isRefusing = true;
  expect(await device.show('match')).toBe(0);
  expect(await device.show('home')).toBe(0);
});

test('[V66] over plain http, where there is none, nothing happens', async () => {
  const device = new Device();
  keepAwake(device.shown, { ...device.window, navigator: {} });
  expect(await device.show('match')).toBe(0);
});
