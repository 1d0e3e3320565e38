import { expect, test, vi } from 'vitest';
import type { Mixer, SoundCue } from '../../audio/mixer.ts';
import { AppModel } from '../app-model.ts';
import { followMatchEnd, listenForGestures, playUiSound } from './page-wiring.ts';

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

test('settings stay open from joining into the room, and make way for a match', () => {
  const model = new AppModel();
  model.settingsOpen.value = true;
  model.show('room');
  expect(model.settingsOpen.value).toBe(true);
  model.show('match');
  expect(model.settingsOpen.value).toBe(false);
});

test('the sounds of the chat follow a volume of their own', () => {
  const cues: SoundCue[] = [];
  const mixer = { play: (cue: SoundCue) => cues.push(cue) } as unknown as Mixer;
  for (const name of ['ui_ok', 'join', 'chat', 'quickchat'] as const) playUiSound(name, mixer);
  expect(cues.map(({ bus }) => bus)).toEqual(['ui', 'ui', 'chat', 'chat']);
});
