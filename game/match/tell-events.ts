import type { EventBuffer, EventKind, MatchEvent } from '../../shared/sim/events.ts';

/** Puts what happened in a tick behind what is to be told. */
export function tellEvents(buffer: EventBuffer, tick: number, events: MatchEvent[]): void {
  for (let index = 0; index < buffer.count; index += 1) {
    events.push({
      tick,
      kind: buffer.kind[index] as EventKind,
      subject: buffer.subject[index]!,
      object: buffer.object[index]!,
      x: buffer.x[index]!,
      y: buffer.y[index]!,
      strength: buffer.strength[index]!,
    });
  }
}
