import * as z from 'zod/mini';
import { trimText } from '../base/clean-text.ts';
import { MAX_SEATS, ROOM_MEMBERS_MAX } from '../base/room-limits.ts';
import { counter, nonce, roomCode } from './fields.ts';
import {
  CARD_CLOCK_S_MAX,
  CARD_GOALS_MAX,
  CARD_MINUTES_MAX,
  LIST_DELTA_CARDS_MAX,
  LIST_DELTA_GONE_MAX,
  LIST_PAGE_CARDS,
  MAP_NAME_GRAPHEMES_MAX,
} from './limits.ts';
import { roomTitle } from './room-access.ts';
import { memberName } from './room.ts';
import { probeDescription } from './signal.ts';

const TEAM_PLAYERS_MAX = MAX_SEATS / 2;

function upTo(max: number): z.ZodMiniNumber {
  return z.int().check(z.minimum(0), z.maximum(max));
}

/** What the map is called, as `cardMapName` leaves it. */
const mapName = z.string().check(z.refine((text) => text !== '' && cardMapName(text) === text));

/** [L95] The name of a map for a card: what is too much is left out. May be ''. */
export function cardMapName(name: string): string {
  return trimText(name, MAP_NAME_GRAPHEMES_MAX);
}

const hand = z.enum(['keyboard', 'gamepad', 'touch']);

/**
 * [L95] What the host's page says of its public room. A lie of a host is bounded like this, and no
 * more: the lobby sees no match.
 */
export const roomCard = z.strictObject({
  /** Players of a team: 1 is 1v1. */
  teamPlayers: z.int().check(z.minimum(1), z.maximum(TEAM_PLAYERS_MAX)),
  players: upTo(MAX_SEATS),
  bots: upTo(MAX_SEATS),
  spectators: upTo(ROOM_MEMBERS_MAX),
  /** Null while no match is on. */
  match: z.nullable(
    z.strictObject({
      sun: upTo(CARD_GOALS_MAX),
      wave: upTo(CARD_GOALS_MAX),
      /** Seconds as the display shows them, and which way they go each second. */
      clockS: upTo(CARD_CLOCK_S_MAX),
      clockStep: z.int().check(z.minimum(-1), z.maximum(1)),
    }),
  ),
  map: z.nullable(mapName),
  /** 0: none. */
  goalLimit: upTo(CARD_GOALS_MAX),
  minutes: upTo(CARD_MINUTES_MAX),
  /** What the host plays with. */
  hand,
});

/** [L96] One room of the list: its card, and what the lobby knows better. */
export const listing = z.strictObject({
  code: roomCode,
  title: z.nullable(roomTitle),
  host: memberName,
  members: upTo(ROOM_MEMBERS_MAX),
  max: upTo(ROOM_MEMBERS_MAX),
  password: z.boolean(),
  locked: z.boolean(),
  knock: z.boolean(),
  spectators: z.boolean(),
  /** [L184] Ways to it cannot be measured. */
  relayOnly: z.boolean(),
  card: roomCard,
});

export const listPage = z.strictObject({
  listings: z.readonly(z.array(listing).check(z.maxLength(LIST_PAGE_CARDS))),
  /** Where the next page begins; null behind the last one. */
  next: z.nullable(counter),
  /** Rooms of the whole list. */
  total: counter,
});

export const listDelta = z.strictObject({
  /** As they are now, known before or not. */
  changed: z.readonly(z.array(listing).check(z.maxLength(LIST_DELTA_CARDS_MAX))),
  gone: z.readonly(z.array(roomCode).check(z.maxLength(LIST_DELTA_GONE_MAX))),
});

/** [L99] A link that is opened for its ping alone; each side says one whole description. */
export const probeOffer = z.strictObject({ code: roomCode, sdp: probeDescription });
export const probeAnswer = z.strictObject({ probe: nonce, sdp: probeDescription });

export type RoomCard = Readonly<z.infer<typeof roomCard>>;
export type Listing = Readonly<z.infer<typeof listing>>;
export type ListPage = Readonly<z.infer<typeof listPage>>;
export type ListDelta = Readonly<z.infer<typeof listDelta>>;
