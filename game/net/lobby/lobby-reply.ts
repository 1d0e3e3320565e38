import { fail, ok, type Result } from '../../../shared/base/result.ts';
import type { LobbyError } from '../../../shared/lobby/lobby-error.ts';
import {
  ANSWERS,
  NEWS,
  refusal,
  type Answer,
  type News,
  type NewsName,
  type RequestName,
} from '../../../shared/lobby/lobby-events.ts';
import { readWith } from '../../../shared/lobby/read-with.ts';

/** Reads an answer of the lobby, which may be any lobby: nothing in it is taken on trust. */
export function readReply<Name extends RequestName>(
  name: Name,
  reply: unknown,
): Result<Answer<Name>, LobbyError> {
  if (!isObject(reply)) return fail({ code: 'BAD_ANSWER' });
  if (reply['ok'] !== true) return fail(readRefusal(reply));
  const answer = readWith(ANSWERS[name], reply['value']);
  // TypeScript cannot see that `name` picks the same entry in both.
  return answer === null ? fail({ code: 'BAD_ANSWER' }) : ok(answer as unknown as Answer<Name>);
}

/** Reads a refusal, whether of a request or of the whole connection. */
export function readRefusal(reply: unknown): LobbyError {
  if (!isObject(reply)) return { code: 'BAD_ANSWER' };
  const { code, retryMs, behind } = reply;
  return readWith(refusal, { code, retryMs, behind }) ?? { code: 'BAD_ANSWER' };
}

/** A piece of news as its schema has it; null when it does not parse. */
export function readNews<Name extends NewsName>(name: Name, news: unknown): News<Name> | null {
  return readWith(NEWS[name], news) as unknown as News<Name> | null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
