import type { Widened } from '../../widened.ts';

/** The overlay with statistics. Loaded with it. */
export const enDebug = {
  title: 'Statistics',
  close: 'Close statistics',
  tick: 'Tick · ordered · final',
  delay: 'Input delay · deadline',
  rollback: 'Rollback now · max',
  resimulated: 'Simulated again per second',
  eaten: 'Own inputs too late',
  stalls: 'Stalled ticks',
  repairs: 'Repairs · retractions',
  desync: 'State differed at tick · parts',
  term: 'Term · sequencer',
  hash: 'State hash at tick',
  frame: 'Frame ms p50 · p95',
  peer: 'Peer',
  rtt: 'RTT',
  jitter: 'Jitter',
  loss: 'Loss',
  path: 'Path',
  paths: { direct: 'direct', turn: 'TURN', lobby: 'via lobby' },
  up: 'Up kbit/s',
  down: 'Down kbit/s',
  you: 'you',
  nobody: 'No links: practice',
  netcode: 'Netcode from the next room on',
  places: { worker: 'in a worker', page: 'on the page' },
  lag: 'Added lag',
  copy: 'Copy report',
  copied: 'Copied ✓',
  copyFailed: 'Copying is blocked here',
  save: 'Save replay',
  saved: 'Saved ✓',
  breakIt: 'Break determinism here',
  broken: 'This machine computes something else now: waiting for the others to notice…',
  repaired: (ms: number) =>
    `Noticed and repaired after ${ms} ms; the match went on. A saved replay tells the tick.`,
  spread: (ms: number) => `Noticed after ${ms} ms: the others took the state of this machine.`,
} as const;

export type DebugTexts = Widened<typeof enDebug>;
