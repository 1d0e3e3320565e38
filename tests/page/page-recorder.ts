import '../../game/debug/probe.ts';
import { PHASE } from '../../shared/sim/match-state.ts';
import type { PlayKey } from './chase-ball.ts';
import { chaseKeys } from './play.ts';
import { drawSeldom, paintNothing } from './draw-little.ts';

/** One look at a match from inside its page: the time of day, final tick and predicted tick. */
export type Sample = readonly [nowMs: number, finalTick: number, tick: number];

/** What a page saw since it was loaded. Plain data, so that it can be handed to the test. */
export type Recording = {
  readonly samples: readonly Sample[];
  readonly hashes: readonly (readonly [tick: number, hash: number])[];
  /** When the page was first in a match and drawn so, by its clock, which begins at navigation. */
  readonly inMatchMs: number | null;
};

declare global {
  interface Window {
    pageRecorder?: { record(): Recording; chase(on: boolean): void };
  }
}

/** Shorter than a tick, so that no tick is missed while the page has time at all. */
const SAMPLE_MS = 10;
/** A quick person's reaction, and little work for the processor. */
const PLAY_MS = 80;
const HASHES_MS = 2_000;

const PLAYED: ReadonlySet<number> = new Set([PHASE.warmUp, PHASE.kickOff, PHASE.playing]);

const samples: Sample[] = [];
const hashes = new Map<number, number>();
let inMatchMs: number | null = null;
let isChasing = false;
let held: ReadonlySet<PlayKey> = new Set();

/** What was noted so far. */
export function record(): Recording {
  keepHashes();
  return { samples, hashes: [...hashes], inMatchMs };
}

/** Plays from inside the page with key events: cheaper than one message a key from outside. */
export function chase(on: boolean): void {
  isChasing = on;
}

drawSeldom();
paintNothing();

setInterval(() => {
  const probe = window.__peerball;
  const finalTick = probe?.finalTick ?? null;
  if (!probe || finalTick === null) return;
  const nowMs = performance.now();
  samples.push([performance.timeOrigin + nowMs, finalTick, probe.tick]);
  if (inMatchMs === null && probe.screen === 'match') inMatchMs = nowMs;
}, SAMPLE_MS);
setInterval(() => play(), PLAY_MS);
setInterval(() => keepHashes(), HASHES_MS);

function keepHashes(): void {
  for (const [tick, hash] of window.__peerball?.hashes ?? []) hashes.set(tick, hash);
}

function play(): void {
  const probe = window.__peerball;
  // A person holds no keys down in a tab that is hidden.
  const canPlay = PLAYED.has(probe?.phase ?? PHASE.end);
  const mayPlay = isChasing && document.visibilityState === 'visible' && canPlay;
  const wanted = mayPlay && probe ? chaseKeys(probe) : new Set<PlayKey>();
  for (const code of held) if (!wanted.has(code)) send('keyup', code);
  for (const code of wanted) if (!held.has(code)) send('keydown', code);
  held = wanted;
}

function send(type: 'keydown' | 'keyup', code: PlayKey): void {
  window.dispatchEvent(new KeyboardEvent(type, { code }));
}
