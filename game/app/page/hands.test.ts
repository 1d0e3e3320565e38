import { expect, test } from 'vitest';
import { Hands, isOfKeyboard } from './hands.ts';

type Listeners = Record<string, (event: object) => void>;

function device(matching: readonly string[], maxTouchPoints = 0) {
  const listeners: Listeners = {};
  const hands = new Hands({
    matchMedia: ((query: string) => ({ matches: matching.includes(query) })) as never,
    addEventListener: ((type: string, listen: never) => (listeners[type] = listen)) as never,
    navigator: { maxTouchPoints },
  });
  return { hands, happens: (type: string, event: object) => listeners[type]!(event) };
}

const PHONE = ['(pointer: coarse)'];
const key = (part: object = {}) => ({
  isTrusted: true,
  code: 'KeyW',
  key: 'w',
  target: null,
  ...part,
});

test('where a fine pointer is a keyboard is taken for granted, on a phone it is not', () => {
  const laptop = device(['(any-pointer: fine)']).hands;
  expect([laptop.hasKeyboard.value, laptop.hasTouch.value, laptop.last.value]).toEqual([
    true,
    false,
    'keys',
  ]);
  const phone = device(PHONE, 5).hands;
  expect([phone.hasKeyboard.value, phone.hasTouch.value, phone.last.value]).toEqual([
    false,
    true,
    'touch',
  ]);
});

test('a real key brings the keyboard; one of a gamepad or of an on-screen keyboard does not', () => {
  const { hands, happens } = device(PHONE, 5);
  happens('keydown', key({ isTrusted: false, code: 'Escape', key: 'Escape' }));
  happens('keydown', key({ code: '', key: 'Unidentified' }));
  expect([hands.hasKeyboard.value, hands.last.value]).toEqual([false, 'touch']);
  happens('keydown', key());
  expect([hands.hasKeyboard.value, hands.last.value]).toEqual([true, 'keys']);
});

test('hints follow the hand that was used last', () => {
  const { hands, happens } = device(['(any-pointer: fine)']);
  hands.takePad();
  expect(hands.last.value).toBe('pad');
  happens('pointerdown', { pointerType: 'touch' });
  expect([hands.last.value, hands.hasTouch.value]).toEqual(['touch', true]);
  happens('pointerdown', { pointerType: 'mouse' });
  expect(hands.last.value).toBe('keys');
});

test('what is typed into a text may come from the screen; the keys that no screen has do not', () => {
  const text = { closest: () => ({}) };
  const isReal = (part: object) =>
    isOfKeyboard(key({ target: text, ...part }) as unknown as KeyboardEvent);
  expect(isReal({})).toBe(false);
  expect(isReal({ code: 'Backspace', key: 'Backspace' })).toBe(false);
  expect(isReal({ code: 'ArrowLeft', key: 'ArrowLeft' })).toBe(true);
  expect(isReal({ code: 'Tab', key: 'Tab' })).toBe(true);
});
