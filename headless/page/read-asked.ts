import { parsePeerId } from '../../shared/base/peer-id.ts';
import { MEMBER_NUMBERS } from '../../shared/base/room-limits.ts';
import { PASSWORD_CHARS_MAX } from '../../shared/lobby/limits.ts';
import {
  type MemberId,
  SCORE_LIMIT_MAX,
  TIME_LIMIT_MINUTES_MAX,
  toMemberId,
} from '../../shared/room/command.ts';
import {
  ANNOUNCEMENT_SOUNDS,
  ANNOUNCEMENT_STYLES,
  ANNOUNCEMENT_TEXT_MAX_BYTES,
} from '../../shared/wire/announcement.ts';
import { BitReader } from '../../shared/wire/bit-reader.ts';
import { BitWriter } from '../../shared/wire/bit-writer.ts';
import { type Codec, decodeAll } from '../../shared/wire/codec.ts';
import { roomRequest } from '../../shared/wire/command-codec.ts';
import { shownPanel } from '../../shared/wire/control-packet.ts';
import type { Asked } from '../feed/room-feed.ts';
import { readConfig } from '../script/hb-init.ts';
import { isRecord, readChoice, readText, readWholeWithin } from './read-fields.ts';

/** Longer than any stadium that is taken. */
const STADIUM_CHARS_MAX = 1_000_000;
const CODED_BYTES_MAX = 4_096;

/**
 * What a script asks, from its worker: a script may send anything by another way than by its interface. Null
 * for what is no request.
 */
export function readAsked(value: unknown): Asked | null {
  if (!isRecord(value)) return null;
  switch (value['type']) {
    case 'open':
      return readOpen(value['wish']);
    case 'request': {
      const request = readCoded(roomRequest, value['request']);
      return request && { type: 'request', request };
    }
    case 'limits':
      return readLimits(value);
    case 'stadium': {
      const text = readText(value['text'], STADIUM_CHARS_MAX);
      return text === null ? null : { type: 'stadium', text };
    }
    case 'say': {
      const text = readText(value['text'], ANNOUNCEMENT_TEXT_MAX_BYTES);
      return text === null ? null : { type: 'say', text };
    }
    case 'announce':
      return readAnnouncement(value);
    case 'panel':
    case 'commonPanel':
      return readPanel(value);
    default:
      return readOfPeople(value);
  }
}

function readOfPeople(value: Readonly<Record<string, unknown>>): Asked | null {
  switch (value['type']) {
    case 'kick': {
      const member = readMember(value['member']);
      return member === null ? null : { type: 'kick', member, isBan: value['isBan'] === true };
    }
    case 'forgive': {
      if (value['peer'] === null) return { type: 'forgive', peer: null };
      const peer = parsePeerId(value['peer']);
      return peer === null ? null : { type: 'forgive', peer };
    }
    case 'password': {
      if (value['password'] === null) return { type: 'password', password: null };
      const password = readText(value['password'], PASSWORD_CHARS_MAX);
      return password === null ? null : { type: 'password', password };
    }
    case 'verdict': {
      const line = readWholeWithin(value['line'], -1, Number.MAX_SAFE_INTEGER);
      return line === null ? null : { type: 'verdict', line, isShown: value['isShown'] === true };
    }
    default:
      return null;
  }
}

function readOpen(value: unknown): Asked | null {
  if (!isRecord(value)) return null;
  const { title, name, password, isPublic, maxPlayers, hasNoPlayer } = value;
  const config = { roomName: title, playerName: name, password, public: isPublic, maxPlayers };
  return { type: 'open', wish: readConfig({ ...config, noPlayer: hasNoPlayer }) };
}

function readLimits(value: Readonly<Record<string, unknown>>): Asked | null {
  const score = value['scoreLimit'];
  const time = value['timeLimitMinutes'];
  const scoreLimit = readWholeWithin(score, 0, SCORE_LIMIT_MAX);
  const timeLimitMinutes = readWholeWithin(time, 0, TIME_LIMIT_MINUTES_MAX);
  if (score !== undefined && scoreLimit === null) return null;
  if (time !== undefined && timeLimitMinutes === null) return null;
  return {
    type: 'limits',
    ...(scoreLimit !== null && { scoreLimit }),
    ...(timeLimitMinutes !== null && { timeLimitMinutes }),
  };
}

function readAnnouncement(value: Readonly<Record<string, unknown>>): Asked | null {
  const text = readText(value['text'], ANNOUNCEMENT_TEXT_MAX_BYTES);
  const to = value['to'] === null ? null : readMember(value['to']);
  const color = value['color'] === null ? null : readWholeWithin(value['color'], 0, 0xffffff);
  const style = readChoice(value['style'], ANNOUNCEMENT_STYLES);
  const sound = readChoice(value['sound'], ANNOUNCEMENT_SOUNDS);
  const isWhole = text !== null && style !== null && sound !== null;
  if (!isWhole || (to === null) !== (value['to'] === null)) return null;
  return { type: 'announce', text, to, color, style, sound };
}

function readMember(value: unknown): MemberId | null {
  const number = readWholeWithin(value, 0, MEMBER_NUMBERS - 1);
  return number === null ? null : toMemberId(number);
}

function readPanel(value: Readonly<Record<string, unknown>>): Asked | null {
  if (value['type'] === 'commonPanel') {
    const member = readMember(value['member']);
    return member === null ? null : { type: 'commonPanel', member };
  }
  const to = value['to'] === null ? null : readMember(value['to']);
  if ((to === null) !== (value['to'] === null)) return null;
  const coded = readCoded(shownPanel, { panel: value['panel'] });
  return coded && { type: 'panel', panel: coded.panel, to };
}

/** What comes out of the very bytes that it would travel as; null for what has none. */
function readCoded<Value>(codec: Codec<Value>, value: unknown): Value | null {
  const writer = new BitWriter(CODED_BYTES_MAX);
  try {
    codec.write(writer, value as Value);
  } catch {
    // The writer throws at what is none; nothing of it was sent.
    return null;
  }
  return decodeAll(codec, new BitReader(writer.finish()));
}
