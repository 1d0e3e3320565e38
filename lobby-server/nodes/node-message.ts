import * as z from 'zod/mini';
import { attempt } from '../../shared/base/attempt.ts';
import { ROOM_MEMBERS_MAX } from '../../shared/base/room-limits.ts';
import { counter, nonce, peerId, roomCode } from '../../shared/lobby/fields.ts';
import {
  LIST_DELTA_CARDS_MAX,
  LIST_DELTA_GONE_MAX,
  MESSAGE_BYTES_MAX,
} from '../../shared/lobby/limits.ts';
import type { NewsName, RequestName } from '../../shared/lobby/lobby-events.ts';
import { NEWS, refusal, REQUESTS } from '../../shared/lobby/lobby-events.ts';
import { listing } from '../../shared/lobby/public-room.ts';
import { SHARED_LIMITS } from '../limits/shared-buckets.ts';
import type { GuestId } from '../store/room-store.ts';
import type { NodeName } from './backplane.ts';

const NODE_CHARS_MAX = 32;
/** Of Socket.IO's name for a socket. */
const CONNECTION_CHARS_MAX = 64;
/** In base64: a batch of relayed frames as long polling has them. */
const FRAME_CHARS_MAX = 2048;
const NETWORKS_MAX = 3;
/** [L171] Networks that one node tells of at each beat. */
export const USED_MAX = 4000;

const node = z.custom<NodeName>(
  (value) => typeof value === 'string' && value.length <= NODE_CHARS_MAX,
);
const connection = z.string().check(z.maxLength(CONNECTION_CHARS_MAX));
const network = z.string().check(z.maxLength(NODE_CHARS_MAX));
const networks = z.array(network).check(z.maxLength(NETWORKS_MAX));
const name = z.custom<RequestName>(
  (value) => typeof value === 'string' && Object.hasOwn(REQUESTS, value),
);
const newsName = z.custom<NewsName>(
  (value) => typeof value === 'string' && Object.hasOwn(NEWS, value),
);
const payload = z.custom<object>((value) => typeof value === 'object' && value !== null);

const visitor = z.object({
  guest: z.custom<GuestId>((value) => typeof value === 'string' && /^[\w-]{22}$/.test(value)),
  page: nonce,
  connection,
  versions: z.object({ sim: counter, wire: counter }),
  hidesAddress: z.boolean(),
  networks,
});

const seat = z.object({ id: peerId, session: counter });

const channel = z.union([
  z.strictObject({ connection }),
  z.strictObject({ room: roomCode, member: peerId }),
  z.strictObject({ room: roomCode, session: counter }),
  z.strictObject({ room: roomCode }),
]);

const reply = z.union([
  z.object({ ok: z.literal(true), value: payload }),
  z.object({ ok: z.literal(false), error: refusal }),
]);

const from = node;

/** [L153] What nodes say to each other. `connection` is a page of the one that it is said by, or to. */
const message = z.discriminatedUnion('type', [
  /** To all at each beat, and as the last word. */
  z.object({ type: z.literal('here'), from }),
  z.object({ type: z.literal('bye'), from }),
  /** What a page asks of a room that the other node keeps; without `id` nobody waits for the answer. */
  z.object({
    type: z.literal('ask'),
    from,
    id: z.nullable(counter),
    name,
    request: payload,
    visitor,
  }),
  z.object({ type: z.literal('answer'), from, id: counter, reply }),
  /** That page's connection has ended. */
  z.object({ type: z.literal('left'), from, connection, how: z.enum(['lost', 'bye']) }),
  /** The page has a place, or none any more. */
  z.object({ type: z.literal('enter'), from, connection, code: roomCode, seat }),
  z.object({ type: z.literal('exit'), from, connection, code: roomCode, seat }),
  /** The page has to come anew: its room is elsewhere, or it sent too much nonsense. */
  z.object({ type: z.literal('drop'), from, connection }),
  z.object({ type: z.literal('news'), from, to: channel, name: newsName, news: payload }),
  /** A frame from a page, and one for a page. */
  z.object({
    type: z.literal('relay'),
    from,
    connection,
    frame: z.string().check(z.maxLength(FRAME_CHARS_MAX)),
  }),
  z.object({
    type: z.literal('relayed'),
    from,
    connection,
    frame: z.string().check(z.maxLength(FRAME_CHARS_MAX)),
  }),
  /** Whether somebody answers over that connection. */
  z.object({ type: z.literal('alive'), from, id: counter, connection }),
  /** [L155] What changed of the sender's public rooms. */
  z.object({
    type: z.literal('list'),
    from,
    changed: z.array(listing).check(z.maxLength(LIST_DELTA_CARDS_MAX)),
    gone: z.array(roomCode).check(z.maxLength(LIST_DELTA_GONE_MAX)),
  }),
  /** [L156] These networks used up one of a limit, a room was opened from them, or one of them has ended. */
  z.object({ type: z.literal('spent'), from, limit: z.enum(SHARED_LIMITS), networks }),
  z.object({ type: z.literal('opened'), from, code: roomCode, networks }),
  /** [L171] Sockets that networks have at the sender, and frames that it relayed for them since its last beat. */
  z.object({
    type: z.literal('used'),
    from,
    sockets: z.array(z.tuple([network, counter])).check(z.maxLength(USED_MAX)),
    relayed: z.array(z.tuple([networks, counter])).check(z.maxLength(USED_MAX)),
  }),
  z.object({ type: z.literal('ended'), from, code: roomCode }),
]);

export type NodeMessage = Readonly<z.infer<typeof message>>;
export type NodeVisitor = Readonly<z.infer<typeof visitor>>;
/** Without the sender, which the sending node adds. */
export type Unsent<Message = NodeMessage> = Message extends NodeMessage
  ? Omit<Message, 'from'>
  : never;

/** More than a room of sixteen with all that is said of it. */
const TEXT_CHARS_MAX = ROOM_MEMBERS_MAX * MESSAGE_BYTES_MAX;

/** Null for text that is no message: another version of the server may share the hub. */
export function readNodeMessage(text: string): NodeMessage | null {
  if (text.length > TEXT_CHARS_MAX) return null;
  const read = message.safeParse(attempt(() => JSON.parse(text), null));
  return read.success ? read.data : null;
}
