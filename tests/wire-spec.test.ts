import { expect, test } from 'vitest';
import type { Codec } from '../shared/wire/codec.ts';
import { command, roomRequest } from '../shared/wire/command-codec.ts';
import { JOIN_REFUSALS, controlMessage } from '../shared/wire/control-packet.ts';
import { electionMessage } from '../shared/wire/election-packet.ts';
import { memberId } from '../shared/wire/fields.ts';
import { HELLO_TYPE, helloPacket } from '../shared/wire/hello-packet.ts';
import { packetHeader } from '../shared/wire/packet-header.ts';
import { anyPacket } from '../shared/wire/packets.ts';
import { member, worldSnapshot } from '../shared/wire/world-codec.ts';
import { describeCodec, describeFields, describeVariants } from '../tools/checks/describe-codec.ts';
import { readTable } from '../tools/checks/read-table.ts';
import { readProjectFile } from '../tools/project/source-files.ts';

const page = readProjectFile('docs/spec/wire-format.md').text;

/** The tag and the name of each row. */
function tagsAndNames(rows: readonly (readonly string[])[]): string[] {
  return rows.map(([tag, name]) => `${tag} ${name}`);
}

const unions: readonly (readonly [string, Codec<unknown>, Record<string, Codec<unknown>>])[] = [
  ['Fields of packets', anyPacket, packetHeader],
  ['Fields of what an election says', electionMessage, {}],
  ['Fields of messages', controlMessage, {}],
  ['Fields of requests', roomRequest, {}],
  ['Fields of members', member, {}],
  ['Fields of commands', command, { by: memberId }],
];

test.each(unions)('[W1] %s: the page has the tags, names and fields of the code', (...row) => {
  const [heading, codec, before] = row;
  expect(readTable(page, heading)).toEqual(describeVariants(codec, before));
});

test('[W2] the header, the greeting and a world have the fields of the code', () => {
  expect(readTable(page, 'Shared parts')).toEqual([
    ['header', describeFields(packetHeader)],
    ['greeting', describeCodec(helloPacket)],
    ['world', describeCodec(worldSnapshot)],
  ]);
});

test('[W1] every packet says from whom to whom it goes, and the greeting does too', () => {
  const inCode = [...tagsAndNames(describeVariants(anyPacket)), `${HELLO_TYPE} hello`];
  expect(tagsAndNames(readTable(page, 'Packets'))).toEqual(inCode);
});

test('[W1] every message of the lane says from whom to whom it goes', () => {
  const rows = readTable(page, 'Messages of the control lane');
  expect(tagsAndNames(rows)).toEqual(tagsAndNames(describeVariants(controlMessage)));
});

test('[W1] the reasons of a refusal have the numbers of the code', () => {
  const says = readTable(page, 'Messages of the control lane').find(
    ([, name]) => name === 'refused',
  );
  JOIN_REFUSALS.forEach((reason, code) => expect(says?.at(-1)).toContain(`${code} ${reason}`));
  expect(says?.at(-1)?.match(/\d [a-z]+(?:-[a-z]+)*/g)).toHaveLength(JOIN_REFUSALS.length);
});
