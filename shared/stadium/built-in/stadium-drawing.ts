import { assert } from '../../base/assert.ts';
import { parseStadium } from '../format/parse-stadium.ts';
import type { Stadium } from '../format/stadium.ts';

/** Keys of an object of a stadium file, as they are written there. */
export type FileKeys = Readonly<
  Record<string, unknown> & { cMask?: unknown; cGroup?: unknown; bCoef?: unknown }
>;

/** Collects vertexes and segments of a stadium file while it is drawn line by line. */
export class StadiumDrawing {
  readonly vertexes: FileKeys[] = [];
  readonly segments: FileKeys[] = [];

  /**
   * A line from place to place, `keys` on each of its segments. Its corners collide like the line:
   * a disc that comes exactly between two segments touches neither of them.
   */
  line(points: readonly (readonly [number, number])[], keys: FileKeys): void {
    const first = this.vertexes.length;
    const { cMask, cGroup, bCoef } = keys;
    for (const [x, y] of points) this.vertexes.push({ x, y, cMask, cGroup, bCoef });
    for (let index = 1; index < points.length; index += 1) {
      this.segments.push({ v0: first + index - 1, v1: first + index, ...keys });
    }
  }
}

/** A stadium of our own, read by the parser that reads everybody's. */
export function toStadium(file: FileKeys): Stadium {
  const parsed = parseStadium(JSON.stringify(file));
  assert(parsed.ok, `built-in stadium ${String(file['name'])} must parse`);
  return parsed.value;
}
