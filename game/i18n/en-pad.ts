/** What stands there for a gamepad, and what hints say of devices. */
export const enPad = {
  capitals: 'Capitals',
  space: 'Space',
  erase: 'Delete',
  done: 'Done',
  /** The stick and the button for kicks, as caps. */
  stick: 'stick',
  kick: 'A or ✕',
  leftSide: 'left side',
  rightSide: 'right side',
  onlyByHand: 'A gamepad cannot do this: use a mouse, a finger or a keyboard.',
  unknown: (name: string) =>
    `${name} cannot play: your browser does not say which of its buttons is which. If it has another mode (often X or XInput), switch to that; or try another browser, or play with keys.`,
  /** What a key has just done. */
  said: {
    muted: 'Sound off',
    unmuted: 'Sound on',
    hidden: 'Display hidden',
    shown: 'Display shown',
    unknownPad: 'This gamepad cannot play. Settings, Controls says why.',
    mapGone: 'Your map is not here any more: you play on Classic.',
    drillDone: 'That is all it takes: move, kick, score. A bot comes to play.',
  },
} as const;
