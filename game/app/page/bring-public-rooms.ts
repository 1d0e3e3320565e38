import { ok, type Result } from '../../../shared/base/result.ts';
import type { LoadProblem } from '../../load/load-problem.ts';
import type { PublicRooms, PublicRoomsPorts } from '../list/public-rooms.ts';
import type { Online } from '../room/online.ts';
import type { PageParts } from './page-parts.ts';

/** Brings what public rooms need, with all that playing with others does; made once. */
export function bringPublicRooms(
  { loader }: Pick<PageParts, 'loader'>,
  loadOnline: () => Promise<Result<Online, LoadProblem>>,
): (ports: PublicRoomsPorts) => Promise<Result<PublicRooms, LoadProblem>> {
  let made: PublicRooms | null = null;
  return async (ports) => {
    const [online, part] = await Promise.all([loadOnline(), loader.load('public-rooms')]);
    if (!online.ok) return online;
    if (!part.ok) return part;
    made ??= part.value.createPublicRooms(online.value, ports);
    return ok(made);
  };
}
