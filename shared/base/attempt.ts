/**
 * What a function answers that may be missing, throw, or have nothing to say: `otherwise` then. The
 * one guard for what a browser may or may not have, so that a tick never ends in the midst for it.
 * Not for our own code: there an error has to be seen.
 */
export function attempt<T>(ask: () => T | null | undefined, otherwise: T): T {
  try {
    return ask() ?? otherwise;
  } catch {
    return otherwise;
  }
}
