import { type BindingRules, type Bindings, readBindings } from './bindings.ts';

/** What a button of a gamepad can do on the pitch. Stick and cross steer, Start opens the menu. */
export const PAD_ACTIONS = ['kick', 'quickChat', 'voice', 'standings'] as const;
export type PadAction = (typeof PAD_ACTIONS)[number];

/** Indices of the standard mapping. */
export type PadBindings = Bindings<PadAction, number>;

/** Of the standard mapping: the shoulders are the last ones before Back, the sticks behind Start. */
const LAST_BUTTON = 11;
const START = 9;

export const PAD_RULES: BindingRules<PadAction, number> = {
  actions: PAD_ACTIONS,
  defaults: {
    // A, X and both right shoulder buttons: whichever lies best in the hand.
    kick: [0, 2, 5, 7],
    // Left shoulder: free while steering, and no thumb has to leave its place.
    quickChat: [4],
    voice: [6],
    standings: [8],
  },
  spares: [3, 10, 11, 1, 5, 4, 8, 6, 7, 2, 0],
  most: 4,
  isBindable: (button): button is number =>
    Number.isInteger(button) &&
    Number(button) >= 0 &&
    Number(button) <= LAST_BUTTON &&
    button !== START,
};

/** The buttons that a store has; what is none, or has an action already, is left out. */
export function parsePadBindings(value: unknown): PadBindings {
  return readBindings(value, PAD_RULES).bindings;
}
