import { trimText } from '../../shared/base/clean-text.ts';
import { checkName } from '../../shared/lobby/check-name.ts';
import { PASSWORD_CHARS_MAX, ROOM_TITLE_GRAPHEMES_MAX } from '../../shared/lobby/limits.ts';
import { checkRoomTitle } from '../../shared/lobby/room-access.ts';
import { NAME_GRAPHEMES_MAX, ROOM_MEMBERS_MAX } from '../../shared/base/room-limits.ts';
import type { RoomWish } from '../feed/room-feed.ts';
import type { ScriptRoomObject } from './published-object.ts';
import { readWhole } from './read-values.ts';
import { createRoomObject } from './room-object.ts';
import { type OnProblem, ScriptRoom } from './script-room.ts';

/** Of a script that says no name, or one that is none here. */
const DEFAULT_NAME = 'Room script';
/** One member is the script. */
const PLAYERS_MAX = ROOM_MEMBERS_MAX - 1;

/** What makes the room of one call of `HBInit`; the room hears of its member through `ScriptRoom.hear`. */
export type OpenPorts = (room: ScriptRoom) => ScriptRoom['ask'];

/**
 * Makes the function that scripts call. It is a `function`, because some of them say `new HBInit`.
 *
 * @param open is called with each room before anything is asked of it
 * @param name the script's own name for others, where the command line says one
 */
export function makeHbInit(
  open: OpenPorts,
  onProblem: OnProblem,
  name: string | null = null,
): (config?: RoomConfigObject) => ScriptRoomObject {
  return function HBInit(config: RoomConfigObject = {}): ScriptRoomObject {
    return openScriptRoom(open, onProblem, readConfig(config, name)).object;
  };
}

/** Makes a room with its published object and opens it: what every interface of scripts begins with. */
export function openScriptRoom(
  open: OpenPorts,
  onProblem: OnProblem,
  wish: RoomWish,
): { readonly room: ScriptRoom; readonly object: ScriptRoomObject } {
  const room = new ScriptRoom(onProblem);
  room.view.hasNoPlayer = wish.hasNoPlayer;
  const object = createRoomObject(room);
  room.ask = open(room);
  room.ask({ type: 'open', wish });
  return { room, object };
}

/** Reads the config of `HBInit`: what is missing or makes no sense here is as it is by default. */
export function readConfig(config: unknown, name: string | null = null): RoomWish {
  const fields: Record<string, unknown> = Object(config);
  const title = checkRoomTitle(trimText(textOf(fields['roomName']), ROOM_TITLE_GRAPHEMES_MAX));
  const player = checkName(trimText(textOf(name ?? fields['playerName']), NAME_GRAPHEMES_MAX));
  const password = String(fields['password'] ?? '').slice(0, PASSWORD_CHARS_MAX);
  return {
    title: title.ok ? title.value : null,
    name: player.ok ? player.value : DEFAULT_NAME,
    password: password === '' ? null : password,
    isPublic: Boolean(fields['public']),
    maxPlayers: readWhole(fields['maxPlayers'] ?? PLAYERS_MAX, 1, PLAYERS_MAX) ?? PLAYERS_MAX,
    hasNoPlayer: Boolean(fields['noPlayer']),
  };
}

function textOf(value: unknown): string {
  return value === null || value === undefined ? '' : String(value);
}
