import * as z from 'zod/mini';
import { counter, pageSet, roomCode } from './fields.ts';
import { WITNESS_LIFE_MAX, WITNESS_TERM_MAX } from './limits.ts';

// What is marked as pure the game's build leaves out: only the server reads requests.
const witnessTerm = z.int().check(z.minimum(0), z.maximum(WITNESS_TERM_MAX));
const life = z.int().check(z.minimum(0), z.maximum(WITNESS_LIFE_MAX));
const pages = /* @__PURE__ */ pageSet.check(z.minimum(1));

/** A tick that carries a configuration, as `shared/consensus` has it. */
export const witnessMark = z.strictObject({ at: counter, term: witnessTerm, members: pages });

/** [L89] Of a page that stands for an election; an unclean one goes by no configuration. */
export const electRequest = /* @__PURE__ */ z
  .strictObject({
    kind: z.enum(['ask', 'elect', 'unclean']),
    term: witnessTerm,
    mark: z.nullable(witnessMark),
  })
  .check(z.refine(({ kind, mark }) => (mark === null) === (kind === 'unclean')));

/** [L89] Of the page that sequences. */
export const syncRequest = z.strictObject({
  term: witnessTerm,
  mark: witnessMark,
  settledLife: life,
});

/** What the witness says to either. A refusal of its own is an answer like any other. */
export const witnessAnswer = z.strictObject({
  type: z.enum(['would', 'granted', 'synced', 'unclean', 'refused']),
  term: witnessTerm,
  /** The tick of the mark that it keeps now. */
  at: z.optional(counter),
  reason: z.optional(
    z.enum(['older-term', 'voted', 'older-configuration', 'no-memory', 'sequencer-heard']),
  ),
  /** With `older-configuration`: the newer one. */
  mark: z.optional(witnessMark),
});

/** [L88] In which life the room's witness is, and the pages that are over. */
export const witnessNews = z.strictObject({ code: roomCode, life, ended: pageSet });
