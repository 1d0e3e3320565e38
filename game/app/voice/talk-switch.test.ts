import { expect, test } from 'vitest';
import { TalkSwitch } from './talk-switch.ts';

test('a key that is held opens the voice, and closes it when it comes up', () => {
  const talk = new TalkSwitch();
  talk.hold(true);
  expect(talk.isTalking).toBe(true);
  talk.hold(false);
  expect(talk.isTalking).toBe(false);
});

test('a button that is held does the same', () => {
  const talk = new TalkSwitch();
  talk.press(true, 0);
  expect(talk.isTalking).toBe(true);
  talk.press(false, 900);
  expect([talk.isTalking, talk.isLatched]).toEqual([false, false]);
});

test('a tap opens the voice until the next one', () => {
  const talk = new TalkSwitch();
  talk.press(true, 0);
  talk.press(false, 80);
  expect([talk.isTalking, talk.isLatched]).toEqual([true, true]);
  talk.press(true, 5000);
  talk.press(false, 5080);
  expect([talk.isTalking, talk.isLatched]).toEqual([false, false]);
});

test('who cannot hold a key opens and closes it by two presses', () => {
  const talk = new TalkSwitch();
  talk.latch(true);
  expect(talk.isTalking).toBe(true);
  talk.latch(false);
  expect(talk.isTalking).toBe(false);
});

test('a page that is looked away from closes it, however it was opened', () => {
  const talk = new TalkSwitch();
  talk.hold(true);
  talk.press(true, 0);
  talk.latch(true);
  talk.clear();
  expect([talk.isTalking, talk.isLatched]).toEqual([false, false]);
});
