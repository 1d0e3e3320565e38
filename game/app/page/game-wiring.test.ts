import { expect, test } from 'vitest';
import type { Timers } from '../../time/timers.ts';
import type { InputTarget } from '../../input/input-manager.ts';
import type { KeyAction } from '../../settings/key-bindings.ts';
import { DEFAULT_SETTINGS } from '../../settings/settings.ts';
import { SettingsStore } from '../../settings/settings-store.ts';
import { AppModel } from '../app-model.ts';
import { ChatDesk } from '../chat/chat-desk.ts';
import { EVENT } from '../../../shared/sim/events.ts';
import { aimInput, gainOf, handleKey } from './game-wiring.ts';

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
  const chat = new ChatDesk({
    settings: () => DEFAULT_SETTINGS,
    isQuick: () => false,
    playSound: () => {},
  });
  const settings = new SettingsStore({ getItem: () => null, setItem: () => {} });
  const timers = heldTimers();
  const press = (action: KeyAction) => handleKey(action, { model, chat }, settings, timers);
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

test('[V31] two keys draw the pitch larger and smaller, in a match only and no further than it goes', () => {
  const model = new AppModel();
  const { press, settings } = keyboardOf(model);
  press('zoomIn');
  expect(settings.value.zoom).toBe(1);
  model.show('match');
  for (let times = 0; times < 9; times += 1) press('zoomIn');
  expect(settings.value.zoom).toBe(2.5);
  for (let times = 0; times < 9; times += 1) press('zoomOut');
  expect(settings.value.zoom).toBe(0);
});

test('home is quiet but for the goals of its bots, and sounds in full to somebody who plays there', () => {
  const model = new AppModel();
  const gains = () => [EVENT.kick, EVENT.goal].map((kind) => gainOf({ kind }, model));
  const [kick, goal] = gains();
  expect(kick).toBe(0);
  expect(goal).toBeGreaterThan(0);
  expect(goal).toBeLessThan(1);
  model.isPlayingAtHome.value = true;
  expect(gains()).toEqual([1, 1]);
  model.isPlayingAtHome.value = false;
  model.show('match');
  expect(gains()).toEqual([1, 1]);
});

test('in a room keys and fingers play beside the open sheet, and the gamepad too once it is folded', () => {
  const model = new AppModel();
  const chat = new ChatDesk({
    settings: () => DEFAULT_SETTINGS,
    isQuick: () => false,
    playSound: () => {},
  });
  const settings = new SettingsStore({ getItem: () => null, setItem: () => {} });
  const input: { target: InputTarget } = { target: 'menu' };
  aimInput({ model, chat }, input, settings);
  model.show('room');
  expect(input.target).toBe('pitch-behind-menu');
  settings.update({ roomSheet: false });
  expect(input.target).toBe('pitch');
  model.settingsOpen.value = true;
  expect(input.target).toBe('menu');
  model.settingsOpen.value = false;
  model.show('match');
  settings.update({ roomSheet: true });
  expect(input.target).toBe('pitch');
});
