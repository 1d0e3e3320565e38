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
export type KeyBindings = { readonly [Action in KeyAction]: readonly string[] };

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

/** Unknown actions and codes are ignored; an action that lost all its keys gets the defaults back. */
export function parseKeyBindings(value: unknown): KeyBindings {
  const source: Record<string, unknown> = isRecord(value) ? value : {};
  const entries = KEY_ACTIONS.map((action) => {
    const list = source[action];
    const codes = Array.isArray(list) ? list.filter(isBindable).slice(0, MAX_KEYS_PER_ACTION) : [];
    return [action, codes.length > 0 ? [...new Set(codes)] : DEFAULT_KEY_BINDINGS[action]];
  });
  return Object.fromEntries(entries) as KeyBindings;
}

/** Adds a key to an action and takes it from the action that had it, unless that would be left bare. */
export function bindKey(bindings: KeyBindings, action: KeyAction, code: string): KeyBindings {
  if (!isBindable(code) || bindings[action].includes(code)) return bindings;
  const owner = KEY_ACTIONS.find((other) => bindings[other].includes(code));
  if (owner !== undefined && bindings[owner].length === 1) return bindings;
  const kept = bindings[action].slice(-(MAX_KEYS_PER_ACTION - 1));
  return {
    ...bindings,
    ...(owner === undefined
      ? {}
      : { [owner]: bindings[owner].filter((existing) => existing !== code) }),
    [action]: [...kept, code],
  };
}

/** Removes a key; the last one of an action stays. */
export function unbindKey(bindings: KeyBindings, action: KeyAction, code: string): KeyBindings {
  const rest = bindings[action].filter((existing) => existing !== code);
  return rest.length === 0 ? bindings : { ...bindings, [action]: rest };
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

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
