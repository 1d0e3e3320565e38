import type { Arena } from '../physics/arena.ts';
import { BALL_DISC, DISC_STRIDE, MATCH, MATCH_INTS, type MatchState } from '../match-state.ts';

/** Hash of each part of the state that can differ by itself: tells where a desync began. */
export type PartHashes = {
  /** Discs of the seats and their integers. */
  readonly players: number;
  readonly ball: number;
  readonly discs: number;
  readonly score: number;
  readonly random: number;
};

/** 32-bit words of one disc: four doubles. */
const DISC_WORDS = DISC_STRIDE * 2;
const SEED = 0x9747b28c;

/** [S70] Hash of the whole state, 0 … 2^32 − 1: equal bits, equal hash, on every machine. */
export function hashMatch(match: MatchState): number {
  return finish(mixWords(SEED, match.words, 0, match.words.length));
}

/** Hashes of the parts of the state, to compare once `hashMatch` differs. */
export function hashParts(arena: Arena, match: MatchState): PartHashes {
  const { words } = match;
  const players = arena.firstPlayerDisc * DISC_WORDS;
  const ints = arena.discCount * DISC_WORDS;
  const ball = (BALL_DISC + 1) * DISC_WORDS;
  const playerDiscs = mixWords(SEED, words, players, ints);
  return {
    players: finish(mixWords(playerDiscs, words, ints + MATCH_INTS, words.length)),
    ball: finish(mixWords(SEED, words, 0, ball)),
    discs: finish(mixWords(SEED, words, ball, players)),
    score: finish(mixWords(SEED, words, ints, ints + MATCH.random0)),
    random: finish(mixWords(SEED, words, ints + MATCH.random0, ints + MATCH_INTS)),
  };
}

/** [S71] False when a number of the state is NaN, infinite or −0: then it may not be hashed. */
export function isCleanMatch(match: MatchState): boolean {
  const { discs } = match;
  for (let index = 0; index < discs.length; index += 1) {
    const value = discs[index]!;
    if (value - value !== 0 || Object.is(value, -0)) return false;
  }
  return true;
}

/** Every step can be undone, so no early difference is lost on the way. */
function mixWords(seed: number, words: Uint32Array, from: number, to: number): number {
  let hash = seed | 0;
  for (let index = from; index < to; index += 1) {
    hash = Math.imul(hash ^ words[index]!, 0x5bd1e995);
    hash = ((hash ^ (hash >>> 15)) + 0x27d4eb2f) | 0;
  }
  return hash;
}

function finish(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
