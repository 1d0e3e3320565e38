/**
 * The steps from opening a link to the pitch of its room. `npm run bench:client` and the browser's own
 * profiler show them.
 */
export type Step =
  /** The menu is painted. */
  | 'page'
  /** What playing with others needs was loaded. */
  | 'parts'
  /** The lobby is connected. */
  | 'lobby'
  /** The lobby let this page into the room. */
  | 'room'
  /** A way to another member was found. */
  | 'ice'
  /** That way is encrypted. */
  | 'dtls'
  /** The data channel is open. */
  | 'channel'
  /** Both ends have greeted each other. */
  | 'hello'
  /** The world is on its way. */
  | 'snapshot'
  /** The room can be played in. */
  | 'live'
  /** The engine that draws was begun. */
  | 'engine'
  /** It is ready to draw. */
  | 'booted'
  /** Something was drawn, if only the pitch behind the menu. */
  | 'canvas'
  /** The room's own pitch was drawn. */
  | 'pitch';

const marked = new Set<Step>();

/** Notes in the browser's timeline when a step was reached first, as `peerball-STEP`. */
export function markStep(step: Step): void {
  if (marked.has(step)) return;
  marked.add(step);
  performance.mark(`peerball-${step}`);
}

/** Notes several that are behind this page by now: browsers tell of them in no certain order. */
export function markSteps(...steps: readonly Step[]): void {
  steps.forEach(markStep);
}
