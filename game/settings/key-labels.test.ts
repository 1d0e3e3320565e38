import { expect, test } from 'vitest';
import { isBindable, keyCap, DEFAULT_KEY_BINDINGS, readKeyBindings } from './key-bindings.ts';
import { learnKeyLabel, readKeyLayout } from './key-labels.ts';

const AZERTY = new Map([
  ['KeyW', 'z'],
  ['KeyA', 'q'],
  ['KeyM', ','],
  ['Digit1', '&'],
  ['Semicolon', 'm'],
  ['Minus', ')'],
]);

function press(code: string, key: string, part: Partial<KeyboardEvent> = {}): void {
  learnKeyLabel({ code, key, ...part } as KeyboardEvent);
}

test('without a word from the browser a key is called what stands there in the USA', async () => {
  await readKeyLayout({});
  await readKeyLayout({ keyboard: {} });
  await readKeyLayout({ keyboard: { getLayoutMap: async () => null } });
  const forbidden = { getLayoutMap: () => Promise.reject(new Error('SecurityError')) };
  await readKeyLayout({ keyboard: forbidden });
  expect(keyCap('KeyW')).toBe('W');
  expect(keyCap('ArrowUp')).toBe('↑');
});

test('caps follow the layout, and digits stay digits', async () => {
  await readKeyLayout({ keyboard: { getLayoutMap: async () => AZERTY } });
  expect(['KeyW', 'KeyA', 'KeyM', 'KeyD'].map(keyCap)).toEqual(['Z', 'Q', ',', 'D']);
  expect(keyCap('Digit1')).toBe('1');
  expect(keyCap('Semicolon')).toBe('M');
});

test('a key says itself what stands on it, unless it was pressed with another', () => {
  press('KeyY', 'z');
  expect(keyCap('KeyY')).toBe('Z');
  press('Period', ':', { shiftKey: true });
  expect(keyCap('Period')).toBe('Period');
  press('Quote', 'Dead');
  expect(keyCap('Quote')).toBe('Quote');
  press('Minus', 'ß');
  expect(keyCap('Minus')).toBe('ß');
});

test.each(['ControlLeft', 'AltRight', 'MetaLeft', 'OSLeft', 'CapsLock', 'NumLock', 'F3', 'Fn'])(
  '%s cannot be bound, and goes from bindings that have it',
  (code) => {
    expect(isBindable(code)).toBe(false);
    expect(readKeyBindings({ kick: [code] }).bindings.kick).toEqual(DEFAULT_KEY_BINDINGS.kick);
    expect(readKeyBindings({ kick: [code, 'KeyK'] }).bindings.kick).toEqual(['KeyK']);
  },
);

test('keys that only look like those can', () => {
  expect(['ShiftLeft', 'Numpad0', 'F4', 'Space', 'AltX'].every(isBindable)).toBe(true);
});
