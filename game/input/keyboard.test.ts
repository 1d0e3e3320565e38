import { expect, test, vi } from 'vitest';
import { INPUT_KICK, INPUT_UP } from '../../shared/sim/input.ts';
import { DEFAULT_KEY_BINDINGS, keyCap, type KeyAction } from '../settings/key-bindings.ts';
import { Keyboard } from './keyboard.ts';

/** Nothing here has an element for its target. */
vi.stubGlobal('Element', Map);
vi.stubGlobal('HTMLElement', Map);

/** A keyboard on a window that only hears. */
function setUp() {
  const target = new EventTarget();
  const actions: KeyAction[] = [];
  const keyboard = new Keyboard(target as Window, {
    bindings: () => ({
      ...DEFAULT_KEY_BINDINGS,
      kick: ['Space', 'KeyX', 'ShiftLeft', 'ShiftRight'],
    }),
    isSteering: () => true,
    onAction: (action) => actions.push(action),
  });
  const send = (type: string, code: string, part: Partial<KeyboardEvent> = {}): Event => {
    const key = code.replace(/^Key|Left$|Right$/g, '').toLowerCase();
    const event = Object.assign(new Event(type, { cancelable: true }), { code, key, ...part });
    target.dispatchEvent(event);
    return event;
  };
  return { keyboard, actions, send, target };
}

test('no key stays pressed whose release Cmd swallowed', () => {
  const { keyboard, send } = setUp();
  send('keydown', 'KeyW');
  expect(keyboard.bits).toBe(INPUT_UP);
  send('keydown', 'MetaLeft', { key: 'Meta', metaKey: true });
  expect(keyboard.bits).toBe(0);
  // Pressed at the same time, so that only the release of Cmd is told.
  send('keydown', 'KeyW');
  send('keyup', 'MetaLeft', { key: 'Meta' });
  expect(keyboard.bits).toBe(0);
});

test('no Shift stays pressed whose release the other one swallowed', () => {
  const { keyboard, send } = setUp();
  send('keydown', 'ShiftLeft', { shiftKey: true });
  send('keydown', 'ShiftRight', { shiftKey: true });
  expect(keyboard.bits).toBe(INPUT_KICK);
  send('keyup', 'ShiftRight', { shiftKey: false });
  expect(keyboard.bits).toBe(0);
});

test('the menu of the browser takes the keys, one that is not shown does not', () => {
  const { keyboard, send, target } = setUp();
  send('keydown', 'KeyW');
  const refused = new Event('contextmenu', { cancelable: true });
  refused.preventDefault();
  target.dispatchEvent(refused);
  expect(keyboard.bits).toBe(INPUT_UP);
  target.dispatchEvent(new Event('contextmenu'));
  expect(keyboard.bits).toBe(0);
});

test('a second key of the kick is a second press, a repeated one is none', () => {
  const { keyboard, send } = setUp();
  send('keydown', 'Space');
  send('keydown', 'Space', { repeat: true });
  send('keydown', 'KeyX');
  expect(keyboard.kicks).toBe(2);
});

test('what a key writes as it is pressed is what it is called from then on', () => {
  const { send } = setUp();
  expect(keyCap('KeyQ')).toBe('Q');
  send('keydown', 'KeyQ', { key: 'a' });
  expect(keyCap('KeyQ')).toBe('A');
});

test('what an input method composes with does nothing else', () => {
  const { actions, send } = setUp();
  send('keydown', 'Enter', { key: 'Enter', isComposing: true });
  expect(actions).toEqual([]);
  send('keydown', 'Enter', { key: 'Enter' });
  expect(actions).toEqual(['talk']);
});

test('nothing else on the page hears of what an input method composes with', () => {
  const { send } = setUp();
  for (const key of ['Escape', 'Tab', 'Enter']) {
    expect(send('keydown', key, { key, isComposing: true }).cancelBubble, key).toBe(true);
    expect(send('keydown', key, { key }).cancelBubble, key).toBe(false);
  }
});

test('the Enter that ends a composition in Safari sends no form', () => {
  class Field extends EventTarget {
    readonly closest = (kinds: string) => (kinds.includes('textarea') ? this : null);
  }
  vi.stubGlobal('Element', Field);
  const field = new Field();
  const keyboard = new Keyboard(field as unknown as Window, {
    bindings: () => DEFAULT_KEY_BINDINGS,
    isSteering: () => true,
    onAction: () => {},
  });
  const send = (keyCode: number): Event => {
    const event = new Event('keydown', { cancelable: true });
    field.dispatchEvent(Object.assign(event, { code: 'Enter', key: 'Enter', keyCode }));
    return event;
  };
  expect(send(229)).toMatchObject({ cancelBubble: true, defaultPrevented: true });
  expect(send(13)).toMatchObject({ cancelBubble: false, defaultPrevented: false });
  expect(keyboard.bits).toBe(0);
  vi.stubGlobal('Element', Map);
});

test('[L159] the key to talk is held, moves nothing, and comes up with the key or with the window', () => {
  const { keyboard, actions, send } = setUp();
  expect(send('keydown', 'KeyV').defaultPrevented).toBe(true);
  expect([keyboard.isTalking, keyboard.bits, actions]).toEqual([true, 0, []]);
  send('keyup', 'KeyV');
  expect(keyboard.isTalking).toBe(false);
  send('keydown', 'KeyV');
  keyboard.clear();
  expect(keyboard.isTalking).toBe(false);
});
