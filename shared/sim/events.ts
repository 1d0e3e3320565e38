/** What a tick made happen, for sounds and effects only: nothing in the simulation reads it. */
export const EVENT = {
  /** subject: seat that kicked, strength: speed given in units per tick. */
  kick: 1,
  /** subject: seat, ball met a player. strength: speed of approach. */
  ballTouch: 2,
  /** Ball met a wall, segment or plane. */
  wallHit: 3,
  /** Ball met an immovable disc, such as a post. subject: disc. */
  postHit: 4,
  /** Two players met. subject, object: seats. */
  playerHit: 5,
  /** subject: scoring seat or -1, object: team that scored. strength: speed of the ball. */
  goal: 6,
  /** A kick-off is set up: the whistle. object: team that kicks off. */
  kickOff: 7,
  /** The ball moved after a kick-off. object: 1 when nobody took it, and it is free for both. */
  play: 8,
  /** object: winning team. */
  end: 9,
  /** A seat pressed kick: ring goes white. */
  kickArmed: 10,
  /** One second less. object: seconds until the kick-off. */
  countdown: 11,
  /** A shot is over without a goal. subject: seat that saved it; it happened where the ball is. */
  save: 12,
} as const;
export type EventKind = (typeof EVENT)[keyof typeof EVENT];

export type MatchEvent = {
  readonly tick: number;
  readonly kind: EventKind;
  readonly subject: number;
  readonly object: number;
  readonly x: number;
  readonly y: number;
  readonly strength: number;
};

const CAPACITY = 64;

/** Collects a tick's events without allocating; what does not fit is dropped. */
export class EventBuffer {
  count = 0;
  readonly kind = new Uint8Array(CAPACITY);
  readonly subject = new Int16Array(CAPACITY);
  readonly object = new Int16Array(CAPACITY);
  readonly x = new Float64Array(CAPACITY);
  readonly y = new Float64Array(CAPACITY);
  readonly strength = new Float64Array(CAPACITY);

  clear(): void {
    this.count = 0;
  }

  /** Adds an event with neither players nor place; fill `subject`, `x` … at the returned index. */
  add(kind: EventKind, subject: number, object: number): number {
    const index = Math.min(this.count, CAPACITY - 1);
    if (this.count < CAPACITY) this.count += 1;
    this.kind[index] = kind;
    this.subject[index] = subject;
    this.object[index] = object;
    this.x[index] = 0;
    this.y[index] = 0;
    this.strength[index] = 0;
    return index;
  }
}
