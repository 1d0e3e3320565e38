import { MAX_FILE_BYTES } from '../stadium/format/stadium-limits.ts';
import { formatMoment } from './moment-bytes.ts';
import { encodeMoment, type Moment } from '../wire/moment.ts';

/**
 * [R44] A moment as what goes through a room.
 *
 * @param textOf what a stadium travels as; null for one that everybody has
 * @returns null where the map and the moment are longer together than the longest map
 */
export function packMoment(
  moment: Moment,
  textOf: (stadium: string) => string | null,
): string | null {
  const stadium = textOf(moment.start.room.stadium) ?? '';
  const text = formatMoment(encodeMoment(moment), stadium);
  return new TextEncoder().encode(text).length > MAX_FILE_BYTES ? null : text;
}
