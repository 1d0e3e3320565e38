import { expect, test, vi } from 'vitest';
import type { Mixer } from '../../audio/mixer.ts';
import type { Timers } from '../../time/timers.ts';
import { SettingsStore } from '../../settings/settings-store.ts';
import { AppModel } from '../app-model.ts';
import { ChatDesk } from '../chat/chat-desk.ts';
import { followMatchEnd, handleKey, listenForGestures } from './page-wiring.ts';

test('what waits for the end of a match comes when it is over or left, and not before', () => {
  const model = new AppModel();
  let ends = 0;
  followMatchEnd({ model }, () => ends++);
  model.show('room');
  model.show('match');
  expect(ends).toBe(0);
  model.show('room');
  expect(ends).toBe(1);
  model.show('match');
  model.screen.value = { screen: 'home', error: null, code: null };
  expect(ends).toBe(2);
});

test('sound is unlocked by whatever a browser counts as a gesture, and woken on the way back', () => {
  const page = new EventTarget();
  const document = new EventTarget();
  vi.stubGlobal('window', page);
  vi.stubGlobal('document', document);
  const asked: string[] = [];
  const mixer = { unlock: () => asked.push('unlock'), wake: () => asked.push('wake') };
  listenForGestures(new EventTarget() as HTMLElement, mixer as unknown as Mixer);
  // Of a finger its end alone: on iOS as a touch or as a click, elsewhere as a pointer.
  for (const type of ['touchend', 'click', 'pointerup', 'keydown']) {
    page.dispatchEvent(new Event(type));
  }
  expect(asked).toEqual(['unlock', 'unlock', 'unlock', 'unlock']);
  document.dispatchEvent(new Event('visibilitychange'));
  page.dispatchEvent(new Event('focus'));
  expect(asked.slice(4)).toEqual(['wake', 'wake']);
  vi.unstubAllGlobals();
});

/** Nothing is due before the test says so. */
function heldTimers(): Timers & { runAll(): void } {
  let due: (() => void)[] = [];
  return {
    now: () => 0,
    after: (_ms, run) => {
      due.push(run);
      return () => {};
    },
    runAll() {
      const all = due;
      due = [];
      for (const run of all) run();
    },
  };
}

function keyboardOf(model: AppModel) {
  const chat = new ChatDesk({ choice: () => 'on', playSound: () => {} });
  const settings = new SettingsStore({ getItem: () => null, setItem: () => {} });
  const timers = heldTimers();
  const press = (action: 'mute' | 'hud') => handleKey(action, { model, chat }, settings, timers);
  return { press, settings, timers };
}

test('the keys for sound and display say what they did, for a moment', () => {
  const model = new AppModel();
  model.show('match');
  const { press, settings, timers } = keyboardOf(model);
  press('mute');
  expect([model.said.value, settings.value.sound.muted]).toEqual([{ what: 'muted' }, true]);
  press('mute');
  expect([model.said.value, settings.value.sound.muted]).toEqual([{ what: 'unmuted' }, false]);
  press('hud');
  expect([model.said.value, model.hud.hidden.value]).toEqual([{ what: 'hidden' }, true]);
  press('hud');
  expect([model.said.value, model.hud.hidden.value]).toEqual([{ what: 'shown' }, false]);
  timers.runAll();
  expect(model.said.value).toBeNull();
});

test('the display is hidden in a match only, and is there again in the next place', () => {
  const model = new AppModel();
  const { press } = keyboardOf(model);
  press('hud');
  model.show('room');
  press('hud');
  expect([model.hud.hidden.value, model.said.value]).toEqual([false, null]);
  model.show('match');
  press('hud');
  model.leave();
  expect(model.hud.hidden.value).toBe(false);
});

test('settings stay open from joining into the room, and make way for a match', () => {
  const model = new AppModel();
  model.settingsOpen.value = true;
  model.show('room');
  expect(model.settingsOpen.value).toBe(true);
  model.show('match');
  expect(model.settingsOpen.value).toBe(false);
});
