import type { LogLevel } from '../feed/messages.ts';
import { type FromPageScript, KEPT_MAX } from '../feed/page-messages.ts';
import { readAsked } from './read-asked.ts';
import { isRecord, readChoice, readText, readWholeWithin } from './read-fields.ts';

/** Rooms that one script may have in a tab. */
export const ROOMS_MAX = 4;
const LOG_CHARS_MAX = 8_000;
const LEVELS = ['info', 'warn', 'error'] as const satisfies readonly LogLevel[];

/** What came from the worker of a script, which may be anything; null for what is no message. */
export function readPageMessage(value: unknown): FromPageScript | null {
  if (!isRecord(value)) return null;
  switch (value['type']) {
    case 'asked': {
      const room = readWholeWithin(value['room'], 0, ROOMS_MAX - 1);
      const asked = readAsked(value['asked']);
      return room === null || asked === null ? null : { type: 'asked', room, asked };
    }
    case 'log':
      return readLog(value);
    case 'here': {
      const count = readWholeWithin(value['count'], 0, Number.MAX_SAFE_INTEGER);
      return count === null ? null : { type: 'here', count };
    }
    case 'keep':
      return readKept(value);
    case 'exit': {
      const code = readWholeWithin(value['code'], -0xffff, 0xffff) ?? 0;
      return { type: 'exit', code };
    }
    case 'forget':
      return { type: 'forget' };
    case 'reload':
      return { type: 'reload' };
    default:
      return null;
  }
}

type Fields = Readonly<Record<string, unknown>>;

function readLog({ level: named, text }: Fields): FromPageScript | null {
  const level = readChoice(named, LEVELS);
  if (level === null || typeof text !== 'string') return null;
  return { type: 'log', level, text: text.slice(0, LOG_CHARS_MAX) };
}

function readKept(value: Fields): FromPageScript | null {
  const name = readText(value['name'], KEPT_MAX);
  const text = value['text'] === null ? null : readText(value['text'], KEPT_MAX);
  const isWhole = name !== null && (text !== null || value['text'] === null);
  return isWhole ? { type: 'keep', name, text } : null;
}
