import type { Widened } from '../../widened.ts';

/** People who talk to each other. Loaded once voice is turned on. */
export const enVoice = {
  turnOff: 'Turn voice off',
  asking: 'Your browser asks whether this page may use the microphone.',
  hold: 'Hold to talk',
  heard: 'You are heard',
  closed: 'Microphone closed. Hold to talk; a tap keeps it open.',
  closedByKey: (key: string) =>
    `Microphone closed. Hold ${key} to talk; a press of this button keeps it open.`,
  opened: 'Microphone open. Press to close it.',
  how: 'Hold the button to talk. A tap keeps the microphone open until the next one. A gamepad talks with its left trigger, or the button that you chose.',
  howByKey: (key: string) =>
    `Hold ${key} or the button to talk. A tap keeps the microphone open until the next one. A gamepad talks with its left trigger, or the button that you chose.`,
  latch: 'Keep the microphone open',
  nobody: 'Nobody else has voice on yet.',
  /** Beside a name. */
  speaking: 'speaks',
  states: {
    connecting: 'voice is connecting',
    open: 'voice is on',
    failed: 'no way was found for this voice',
  },
  volume: (name: string) => `Volume of ${name}`,
  /** Why there is no own voice, and what to do about it. */
  problems: {
    insecure:
      'Browsers give a microphone only to pages over https. Ask whoever runs this server for an https address.',
    denied:
      'The microphone is blocked. Allow it for this page beside the address, or in the settings of your system, and try again.',
    missing: 'No microphone was found. Plug one in and try again.',
    busy: 'The microphone does not start: another program may use it. Close that and try again.',
    ended: 'The microphone was unplugged or taken back. Turn voice on again when it is there.',
  },
} as const;

export type VoiceTexts = Widened<typeof enVoice>;
