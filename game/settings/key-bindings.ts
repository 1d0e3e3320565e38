import { type BindingRules, type Bindings, readBindings, type ReadBindings } from './bindings.ts';
import { keyLabelOf } from './key-labels.ts';

/** What a key can do in a match. The first five are the bits of the input, in their order. */
export const KEY_ACTIONS = [
  'up',
  'down',
  'left',
  'right',
  'kick',
  'mute',
  'hud',
  'full',
  'talk',
  'quick1',
  'quick2',
  'quick3',
  'quick4',
  'zoomIn',
  'zoomOut',
  'voice',
] as const;
export type KeyAction = (typeof KEY_ACTIONS)[number];

/** `KeyboardEvent.code` values: the place of a key, whatever its label in the layout. */
export type KeyBindings = Bindings<KeyAction, string>;

export const MAX_KEYS_PER_ACTION = 3;

export const DEFAULT_KEY_BINDINGS: KeyBindings = {
  up: ['KeyW', 'ArrowUp'],
  down: ['KeyS', 'ArrowDown'],
  left: ['KeyA', 'ArrowLeft'],
  right: ['KeyD', 'ArrowRight'],
  kick: ['Space', 'KeyX'],
  mute: ['KeyM'],
  hud: ['KeyH'],
  full: ['KeyF'],
  talk: ['KeyT'],
  quick1: ['Digit1'],
  quick2: ['Digit2'],
  quick3: ['Digit3'],
  quick4: ['Digit4'],
  zoomIn: ['Equal', 'NumpadAdd'],
  zoomOut: ['Minus', 'NumpadSubtract'],
  voice: ['KeyV'],
};

/** More keys than all other actions together can have, those first that lie near the others. */
const SPARE_KEYS: readonly string[] = [
  ...Array.from('BNGJKLUIOPQERYZCVXWASDFHMT', (letter) => `Key${letter}`),
  ...Array.from('5678901234', (digit) => `Digit${digit}`),
  ...Array.from('0123456789', (digit) => `Numpad${digit}`),
];

/**
 * Keys that open menus or move the focus can never be bound; nor those that turn every other key
 * into a shortcut of the browser while they are held, or of whose release it does not tell.
 */
const RESERVED =
  /^(Escape|Tab|(Numpad)?Enter|(Control|Alt|Meta|OS)(Left|Right)|(Caps|Num|Scroll|Fn)Lock|Fn|F3|ContextMenu|PrintScreen|Unidentified)$/;
const CODE = /^[A-Za-z0-9]{1,24}$/;

/** True for a `KeyboardEvent.code` that may be bound to an action. */
export function isBindable(code: unknown): code is string {
  return typeof code === 'string' && CODE.test(code) && !RESERVED.test(code);
}

export const KEY_RULES: BindingRules<KeyAction, string> = {
  actions: KEY_ACTIONS,
  defaults: DEFAULT_KEY_BINDINGS,
  spares: SPARE_KEYS,
  most: MAX_KEYS_PER_ACTION,
  isBindable,
};

/** The keys that a store has; those of two actions are one action's alone. */
export function readKeyBindings(value: unknown): ReadBindings<KeyAction, string> {
  return readBindings(value, KEY_RULES);
}

/** Which of the actions that a store names there are; anything else is none. */
export function parseKeyActions(value: unknown): readonly KeyAction[] {
  return Array.isArray(value) ? KEY_ACTIONS.filter((action) => value.includes(action)) : [];
}

/** What stands on a key: 'KeyW' → 'W', or 'Z' on a French keyboard; 'ArrowUp' → '↑'. */
export function keyCap(code: string): string {
  return ARROWS[code] ?? keyLabelOf(code) ?? code.replace(/^(Key|Digit|Numpad)/, '');
}

/** What is written on the keys that steer: up, left, down, right. */
export function moveCaps(keys: KeyBindings): readonly string[] {
  return (['up', 'left', 'down', 'right'] as const).map((action) => keyCap(keys[action][0]!));
}

const ARROWS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};
