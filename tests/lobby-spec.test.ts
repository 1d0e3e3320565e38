import { expect, test } from 'vitest';
import { iceConfig } from '../shared/lobby/ice-config.ts';
import {
  ANSWERS,
  type ClientEvents,
  NEWS,
  REQUESTS,
  type ServerEvents,
  handshake,
  refusal,
} from '../shared/lobby/lobby-events.ts';
import { listing, roomCard } from '../shared/lobby/public-room.ts';
import { roomAccess } from '../shared/lobby/room-access.ts';
import { joinedRoom, member, room } from '../shared/lobby/room.ts';
import { describeSchema } from '../tools/checks/describe-schema.ts';
import { readTable } from '../tools/checks/read-table.ts';
import { readProjectFile } from '../tools/project/source-files.ts';

const page = readProjectFile('docs/spec/lobby.md').text;

/** `relay` and `alive` have no schema; an event that is missing here is no type. */
const FROM_GAME = { ...REQUESTS, relay: null } satisfies Record<keyof ClientEvents, unknown>;
const FROM_LOBBY = { ...NEWS, relay: null, alive: null } satisfies Record<
  keyof ServerEvents,
  unknown
>;

/** What the rows of a table say of the fields: the name, and the cell at `column`. */
function column(heading: string, index: number): string[][] {
  return readTable(page, heading).map((cells) => [cells[0] ?? '', cells[index] ?? '']);
}

test('[L20] every message of the game stands in the page with its fields', () => {
  const inCode = Object.entries(FROM_GAME).map(([name, schema]) => [
    name,
    schema ? describeSchema(schema) : 'frames',
  ]);
  expect(column('From the game', 1)).toEqual(inCode);
});

test('[L20] every answer stands beside its message with its fields', () => {
  const inCode = Object.entries(ANSWERS).map(([name, schema]) => [name, describeSchema(schema)]);
  expect(column('From the game', 2)).toEqual([...inCode, ['relay', 'none']]);
});

test('[L23] every piece of news stands in the page with its fields', () => {
  const inCode = Object.entries(FROM_LOBBY).map(([name, schema]) => [
    name,
    schema ? describeSchema(schema) : name === 'relay' ? 'frames' : '',
  ]);
  expect(column('From the lobby', 1)).toEqual(inCode);
});

test('[L6] what messages hold, and what a game says as it connects, has the fields of the code', () => {
  expect(column('Within messages', 1)).toEqual([
    ['handshake', describeSchema(handshake)],
    ['refusal', describeSchema(refusal)],
    ['joined room', describeSchema(joinedRoom)],
    ['room', describeSchema(room)],
    ['member', describeSchema(member)],
    ['access', describeSchema(roomAccess)],
    ['card', describeSchema(roomCard)],
    ['listing', describeSchema(listing)],
    ['ice', describeSchema(iceConfig)],
  ]);
});
