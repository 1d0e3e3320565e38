import {
  DEFAULT_KEY_BINDINGS,
  KEY_ACTIONS,
  type KeyAction,
  type KeyBindings,
  keyCap,
} from './key-bindings.ts';

/** What the second person of a window plays with. */
export type SecondHand = (typeof SECOND_HANDS)[number];
export const SECOND_HANDS = ['arrows', 'letters', 'pad'] as const;

const STEERING = ['up', 'down', 'left', 'right', 'kick'] as const satisfies readonly KeyAction[];

type SteerKeys = { readonly [Action in (typeof STEERING)[number]]: readonly string[] };

/** At the two ends of a keyboard, so that four hands have room. */
const KEYS = {
  arrows: {
    up: ['ArrowUp'],
    down: ['ArrowDown'],
    left: ['ArrowLeft'],
    right: ['ArrowRight'],
    kick: ['Slash', 'Period'],
  },
  letters: {
    up: ['KeyW'],
    down: ['KeyS'],
    left: ['KeyA'],
    right: ['KeyD'],
    kick: ['Space', 'KeyX'],
  },
} as const satisfies Readonly<Record<Exclude<SecondHand, 'pad'>, SteerKeys>>;

const OTHER_END = { arrows: KEYS.letters, letters: KEYS.arrows } as const;

/** Null for whatever this version of the game would not have written. */
export function readSecondHand(value: unknown): SecondHand | null {
  return SECOND_HANDS.find((hand) => hand === value) ?? null;
}

/** The keys of the second person: they steer, and do nothing else; none where a gamepad does. */
export function keysOfSecond(hand: SecondHand): KeyBindings {
  const keys = hand === 'pad' ? null : KEYS[hand];
  return everyAction((action) => (keys && isSteering(action) ? keys[action] : []));
}

/** The key is the second person's. */
export function isOfSecond(hand: SecondHand, code: string): boolean {
  return hand !== 'pad' && STEERING.some((action) => has(KEYS[hand][action], code));
}

/**
 * [N77] What is left to the first person: its own keys without those of the second. Where that leaves nothing to steer
 * or to kick with, the keys at the other end of the keyboard do it.
 */
export function keysOfFirst(own: KeyBindings, hand: SecondHand): KeyBindings {
  if (hand === 'pad') return own;
  return everyAction((action) => {
    const left = own[action].filter((code) => !isOfSecond(hand, code));
    return left.length === 0 && isSteering(action) ? OTHER_END[hand][action] : left;
  });
}

/** What is written on the keys that steer and on those that kick. */
export function capsOf(keys: KeyBindings): { readonly move: string; readonly kick: string } {
  const move = (['up', 'left', 'down', 'right'] as const).map((action) => capOf(keys[action][0]));
  return { move: move.join(' '), kick: capOf(keys.kick[0]) };
}

/** Where the layout is not known. */
const SIGNS: Readonly<Record<string, string>> = { Slash: '/', Period: '.' };

function capOf(code = ''): string {
  const cap = keyCap(code);
  return cap === code ? (SIGNS[code] ?? cap) : cap;
}

function has(codes: readonly string[], code: string): boolean {
  return codes.includes(code);
}

function isSteering(action: KeyAction): action is keyof SteerKeys {
  return has(STEERING, action);
}

function everyAction(codesOf: (action: KeyAction) => readonly string[]): KeyBindings {
  const keys: Record<KeyAction, readonly string[]> = { ...DEFAULT_KEY_BINDINGS };
  for (const action of KEY_ACTIONS) keys[action] = codesOf(action);
  return keys;
}
