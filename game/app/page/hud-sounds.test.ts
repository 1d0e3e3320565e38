import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { Screen, WarningView } from '../../ui/model/view-model.ts';
import { hearHud } from './hud-sounds.ts';

function listen(name: 'match' | 'room' = 'match') {
  const heard: string[] = [];
  const screen = signal<Screen>({ screen: name });
  const hud = {
    countdown: signal(''),
    seconds: signal(180),
    isEnding: signal(false),
    warnings: signal<readonly WarningView[]>([]),
  };
  hearHud({ screen, hud }, (sound) => heard.push(sound));
  const count = (...texts: string[]): void => texts.forEach((text) => (hud.countdown.value = text));
  return { heard, hud, count };
}

test('the end of a count of three is heard, that of the second after a goal is not', () => {
  const { heard, count } = listen();
  count('3', '2', '1', 'go', '');
  expect(heard).toEqual(['tick_go']);
  count('1', '', '3', '2', '1', '');
  expect(heard).toEqual(['tick_go', 'tick_go']);
});

test('a count that is called off ends in silence', () => {
  const { heard, count } = listen();
  count('3', '2', '');
  expect(heard).toEqual([]);
});

test('each of the last ten seconds is heard, and no jump of the clock', () => {
  const { heard, hud } = listen();
  hud.isEnding.value = true;
  for (const seconds of [10, 9, 9, 8]) hud.seconds.value = seconds;
  expect(heard).toEqual(['last10', 'last10']);
  hud.isEnding.value = false;
  hud.seconds.value = 7;
  hud.seconds.value = 180;
  expect(heard).toHaveLength(2);
});

test('a network that gets bad is heard, and that it is well again', () => {
  const { heard, hud } = listen();
  hud.warnings.value = [{ kind: 'jitter' }];
  hud.warnings.value = [{ kind: 'silent' }];
  hud.warnings.value = [];
  expect(heard).toEqual(['net_bad', 'net_ok']);
});

test('where no match is on nothing of it is heard', () => {
  const { heard, hud, count } = listen('room');
  hud.warnings.value = [{ kind: 'jitter' }];
  count('3', '2', '1', '');
  expect(heard).toEqual([]);
});
