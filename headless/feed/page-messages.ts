import type { FromScript } from './messages.ts';

/** What the worker of a script is begun with, by the page that has its rooms. */
export type PageScript = {
  /** As its exceptions name it. */
  readonly name: string;
  readonly source: string;
  /** What it kept before, by name. */
  readonly kept: readonly (readonly [name: string, text: string])[];
  /** Where its rooms are; what it takes for the address of its page. */
  readonly lobbyUrl: string;
};

/** What the worker says to the page: as a thread does, and what is to be kept. */
export type FromPageScript =
  | FromScript
  /** Null: forgotten. */
  | { readonly type: 'keep'; readonly name: string; readonly text: string | null }
  | { readonly type: 'forget' };

/** UTF-16 units, names and texts together, that a script may keep: as much as browsers let a page keep. */
export const KEPT_MAX = 4 * 1024 * 1024;
