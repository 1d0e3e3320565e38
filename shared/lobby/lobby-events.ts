import * as z from 'zod/mini';
import { counter, nonce, peerId, roomCode, ticket } from './fields.ts';
import { GUEST_CHARS_MAX, KNOCKS_MAX } from './limits.ts';
import { iceConfig } from './ice-config.ts';
import { wayReport } from './way-report.ts';
import { ROOM_MEMBERS_MAX, ROOM_MEMBERS_MIN } from '../base/room-limits.ts';
import { forgiven, guestName, knownPeople, removedPeople } from './known-people.ts';
import { LOBBY_REFUSALS } from './lobby-error.ts';
import { personReport } from './person-report.ts';
import { peek, peekRequest } from './peek.ts';
import { listDelta, listPage, probeAnswer, probeOffer, roomCard } from './public-room.ts';
import { accessNews, password, roomAccess, roomKey } from './room-access.ts';
import {
  queueJoin,
  queueLeave,
  queueMatch,
  queueNear,
  queueNearAnswer,
  queueStatus,
} from './quick.ts';
import { joinedRoom, memberName, room } from './room.ts';
import { incomingSignal, outgoingSignal } from './signal.ts';
import { incomingVoice, outgoingVoice } from './voice.ts';
import { electRequest, syncRequest, witnessAnswer, witnessNews } from './witness.ts';

/** What a game says of itself when it connects (Socket.IO's `auth`). */
export const handshake = z.strictObject({
  lobbyVersion: counter,
  /** These two decide which rooms it can join; the lobby itself never sees a game packet. */
  simVersion: counter,
  wireVersion: counter,
  /** Made anew by each page load: the same page coming back keeps its session. */
  page: nonce,
  /** The signed guest id of an earlier `welcome`. */
  guest: z.optional(z.string().check(z.maxLength(GUEST_CHARS_MAX))),
  /** [L141] Its person hides the address: nothing that tells it is to be handed on. */
  hidesAddress: z.optional(z.boolean()),
});

/** The payload of each client event. */
export const REQUESTS = {
  'room:create': z.strictObject({
    nonce,
    name: memberName,
    max: z.int().check(z.minimum(ROOM_MEMBERS_MIN), z.maximum(ROOM_MEMBERS_MAX)),
  }),
  'room:join': z.strictObject({
    nonce,
    code: roomCode,
    name: memberName,
    password: z.optional(password),
    /** Of a private room's link. */
    key: z.optional(roomKey),
    /** [L130] Of a page that was in this room before it was loaded anew. */
    ticket: z.optional(ticket),
  }),
  'room:peek': peekRequest,
  /** The same page takes its place again after the connection to the lobby broke. */
  'room:resume': z.strictObject({ code: roomCode, ticket: z.optional(ticket) }),
  'room:leave': z.strictObject({ code: roomCode }),
  /** What the consensus asks its witness, of the socket's room and as its page. */
  'room:elect': electRequest,
  'room:sync': syncRequest,
  /** Of the sequencer: this member leaves and is not let in again. */
  'room:remove': z.strictObject({ code: roomCode, peer: peerId }),
  /** Of the host: who may come in. Without `password` the one that is stays, null is none. */
  'room:access': z.strictObject({
    code: roomCode,
    access: roomAccess,
    password: z.optional(z.nullable(password)),
  }),
  /** [L182] Of the host: the room gets another code. */
  'room:code': z.strictObject({ code: roomCode }),
  /** Of the host or the sequencer: this member runs the room. */
  'room:host': z.strictObject({ code: roomCode, peer: peerId }),
  /** Of the host: what the list shows of the room. */
  'room:card': z.strictObject({ code: roomCode, card: roomCard }),
  /** Of the host: whether this guest that knocks comes in. */
  'room:admit': z.strictObject({ code: roomCode, knock: nonce, isLetIn: z.boolean() }),
  /** Of the host: by what to know its members again. */
  'room:people': z.strictObject({ code: roomCode }),
  /** [L183] Of the host: who was removed from the room. */
  'room:removed': z.strictObject({ code: roomCode }),
  /** Of the host: this guest that was removed may come again; null: all of them. */
  'room:forgive': z.strictObject({ code: roomCode, auth: z.nullable(guestName) }),
  /** [L165] Of a member: another one of its room gives reason to complain. */
  'room:report': personReport,
  'list:get': z.strictObject({ from: z.nullable(counter) }),
  'list:sub': z.strictObject({ on: z.boolean() }),
  /** Measures the way to the host of a listed room, or of a quick one. */
  'probe:offer': probeOffer,
  'probe:answer': probeAnswer,
  'queue:near': queueNear,
  'queue:join': queueJoin,
  'queue:leave': queueLeave,
  signal: outgoingSignal,
  /** [L157] Between two who talk to each other. */
  voice: outgoingVoice,
  'ice:get': z.strictObject({}),
  /** [L136] Of the page that opens a link: which way it found, or that there is none. */
  'link:report': wayReport,
} as const;

const nothing = z.strictObject({});

/** The value of each answer that is not a refusal. */
export const ANSWERS = {
  'room:create': joinedRoom,
  'room:join': joinedRoom,
  'room:peek': peek,
  'room:resume': joinedRoom,
  'room:leave': nothing,
  'room:elect': witnessAnswer,
  'room:sync': witnessAnswer,
  'room:remove': nothing,
  'room:access': nothing,
  'room:code': nothing,
  'room:host': nothing,
  'room:card': nothing,
  'room:admit': nothing,
  'room:people': knownPeople,
  'room:removed': removedPeople,
  'room:forgive': forgiven,
  'room:report': nothing,
  'list:get': listPage,
  /** STUN alone: TURN is for members. */
  'list:sub': z.strictObject({ ice: iceConfig }),
  'probe:offer': z.strictObject({ probe: nonce }),
  'probe:answer': nothing,
  'queue:near': queueNearAnswer,
  'queue:join': joinedRoom,
  'queue:leave': nothing,
  signal: nothing,
  voice: nothing,
  'ice:get': iceConfig,
  'link:report': nothing,
} as const;

export const refusal = z.strictObject({
  code: z.enum(LOBBY_REFUSALS),
  retryMs: z.optional(counter),
  behind: z.optional(z.enum(['game', 'lobby', 'room'])),
});

/** The payload of each server event. */
export const NEWS = {
  welcome: z.strictObject({ guest: z.string().check(z.maxLength(GUEST_CHARS_MAX)) }),
  'room:state': room,
  'room:gone': z.strictObject({
    code: roomCode,
    why: z.enum(['REPLACED', 'IDLE', 'REMOVED', 'EXPIRED', 'CLOSED']),
  }),
  /** [L129] To each member: with it the room comes back after a restart of the lobby. */
  'room:ticket': z.strictObject({ code: roomCode, door: roomCode, ticket }),
  'room:witness': witnessNews,
  'room:access': accessNews,
  /** To the host: all who wait before its door. */
  'room:knocks': z.strictObject({
    code: roomCode,
    knocks: z.readonly(
      z.array(z.strictObject({ knock: nonce, name: memberName })).check(z.maxLength(KNOCKS_MAX)),
    ),
  }),
  /** To one who knocked: let in, it asks once more. */
  'room:knocked': z.strictObject({ code: roomCode, isLetIn: z.boolean() }),
  'list:delta': listDelta,
  'probe:offer': probeAnswer,
  'probe:answer': probeAnswer,
  'queue:status': queueStatus,
  'queue:match': queueMatch,
  signal: incomingSignal,
  voice: incomingVoice,
  /** What was relayed to this page went nowhere. Said now and then, not for each frame. */
  'relay:refused': z.strictObject({
    toSession: counter,
    code: z.enum(['RELAY_OFF', 'NO_PEER', 'NOT_MEMBER', 'RATE_LIMITED']),
  }),
  notice: z.strictObject({ type: z.enum(['draining']) }),
} as const;

export type Refusal = Readonly<z.infer<typeof refusal>>;

export type RequestName = keyof typeof REQUESTS;
export type Request<Name extends RequestName> = Readonly<z.infer<(typeof REQUESTS)[Name]>>;
export type Answer<Name extends RequestName> = Readonly<z.infer<(typeof ANSWERS)[Name]>>;

/** How each answer travels: every client event has one, always. */
export type Reply<Value> =
  | { readonly ok: true; readonly value: Value }
  | ({ readonly ok: false } & Refusal);

export type NewsName = keyof typeof NEWS;
export type News<Name extends NewsName> = Readonly<z.infer<(typeof NEWS)[Name]>>;

/** Socket.IO's event map, game → lobby. */
export type ClientEvents = {
  [Name in RequestName]: (
    request: Request<Name>,
    answer: (reply: Reply<Answer<Name>>) => void,
  ) => void;
} & Relaying;

/** Socket.IO's event map, lobby → game. */
export type ServerEvents = { [Name in NewsName]: (news: News<Name>) => void } & Relaying & {
    /** [L28] Is anybody there? Any answer says so. */
    alive: (answer: () => void) => void;
  };

/** The one event that is neither asked nor answered, the same both ways (`relay.ts`). */
type Relaying = { relay: (...packed: (Uint8Array | string)[]) => void };
