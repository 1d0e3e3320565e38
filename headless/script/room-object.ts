import { FLAG } from '../../shared/sim/physics/arena.ts';
import { noHandlers, type ScriptRoomObject } from './published-object.ts';
import { discFunctions } from './disc-functions.ts';
import { lookFunctions } from './look-functions.ts';
import { matchFunctions } from './match-functions.ts';
import { peopleFunctions } from './people-functions.ts';
import type { ScriptRoom } from './script-room.ts';
import { talkFunctions } from './talk-functions.ts';

/**
 * The object that `HBInit` gives to a script. What it changes takes effect when it comes back in the
 * timeline, as the published interface says: until then getters answer what was before. A value that
 * makes no sense changes nothing.
 */
export function createRoomObject(room: ScriptRoom): ScriptRoomObject {
  const object: ScriptRoomObject = {
    ...noHandlers(),
    ...talkFunctions(room),
    ...peopleFunctions(room),
    ...matchFunctions(room),
    ...lookFunctions(room),
    ...discFunctions(room),
    CollisionFlags: { ...FLAG },
  };
  room.handlers = object;
  return object;
}
