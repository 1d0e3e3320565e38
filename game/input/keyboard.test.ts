import { expect, test, vi } from 'vitest';
import { INPUT_KICK, INPUT_UP } from '../../shared/sim/input.ts';
import { DEFAULT_KEY_BINDINGS, type KeyAction } from '../settings/key-bindings.ts';
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

test('what an input method composes with does nothing else', () => {
  const { actions, send } = setUp();
  send('keydown', 'Enter', { key: 'Enter', isComposing: true });
  expect(actions).toEqual([]);
  send('keydown', 'Enter', { key: 'Enter' });
  expect(actions).toEqual(['talk']);
});
