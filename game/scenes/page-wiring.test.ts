import { expect, test } from 'vitest';
import { AppModel } from './app-model.ts';
import { followMatchEnd } from './page-wiring.ts';

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
