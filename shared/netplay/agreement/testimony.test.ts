import { expect, test } from 'vitest';
import type { PageNumber } from '../../consensus/members.ts';
import { foundRoom } from '../../consensus/peer-state.ts';
import type { RemotePeer, Remotes } from '../replication/remote-peer.ts';
import type { Suspects } from '../session/suspects.ts';
import { Testimony } from './testimony.ts';

const TERM = 95;
/** Longer than a sequencer is not heard, shorter than one that was replaced is not. */
const LATER_MS = 2_000;

/** Whether page 2 is heard `LATER_MS` after it was distrusted in `TERM`, where `sequencer` has the term behind it. */
function isHeardUnder(sequencer: PageNumber): boolean {
  const remotes: Remotes = new Map();
  const suspects = { note: () => {} } as unknown as Suspects;
  const testimony = new Testimony({ remotes, suspects, witness: null, say: () => {} });
  const state = foundRoom(0, 0);
  Object.assign(state.terms, { term: TERM, sequencer: 2 });
  testimony.advance(state, 0, false);
  testimony.distrust(state);
  const term = TERM + 64;
  Object.assign(state.terms, { term, sequencer });
  testimony.advance(state, LATER_MS, false);
  const remote = { page: 2, peer: 'peer-2', told: { term, life: 0 } } as RemotePeer;
  const append = { type: 'append', term, from: 1, end: 1, toldEnd: 1, commit: 1 } as const;
  return testimony.admits(state, remote, { ...append, marks: [], life: 0 });
}

test('[C23] a sequencer that was replaced is not heard for longer than one that was not', () => {
  expect(isHeardUnder(1)).toBe(false);
});

test('[C23] one that stands anew behind a term was not replaced: else nobody would ever hear it', () => {
  expect(isHeardUnder(2)).toBe(true);
});
