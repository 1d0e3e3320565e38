import { attempt } from '../../../shared/base/attempt.ts';
import { type PeerId, parsePeerId } from '../../../shared/base/peer-id.ts';
import type { RoomSession } from '../../../shared/netplay/room-session.ts';
import type { RoomState } from '../../../shared/room/room-state.ts';
import { isPerson } from '../../../shared/room/room-state.ts';
import { NICK_CHARS_MAX } from '../../settings/settings.ts';
import { type ChatDesk, MUTED_MAX } from './chat-desk.ts';

const KEY = 'peerball.muted';

/**
 * [N87] Keeps for this tab who is muted. In a room a person is the same over any reload; pages are told nothing by which
 * to know it in another room, so there the name stands for it. Storage can be forbidden: then a reload hears everybody.
 */
export class KeptMutes {
  readonly #storage: () => Storage;
  readonly #chat: Pick<ChatDesk, 'muted' | 'mute'>;
  readonly #met = new Set<PeerId>();
  #room: RoomState | null = null;
  #saved: unknown;

  /** @param storage may throw, as a browser's does where it is forbidden */
  constructor(storage: () => Storage, chat: Pick<ChatDesk, 'muted' | 'mute'>) {
    this.#storage = storage;
    this.#chat = chat;
    chat.muted.value = read(attempt(() => storage().getItem(KEY), null));
    this.#saved = chat.muted.value;
  }

  /** Runs every tick in a room with others; null elsewhere. */
  follow(session: Pick<RoomSession, 'world' | 'self'> | null): void {
    const { muted } = this.#chat;
    const room = session?.world.room ?? null;
    if (room !== this.#room && room) this.#meet(room, session?.self ?? null);
    this.#room = room;
    if (muted.value === this.#saved) return;
    this.#saved = muted.value;
    const text = JSON.stringify([...muted.value]);
    attempt<void>(() => this.#storage().setItem(KEY, text), undefined);
  }

  /** Each person once: it is heard again from then on, once this person says so. */
  #meet({ members }: RoomState, self: RoomSession['self']): void {
    for (const member of members) {
      if (!isPerson(member) || member.id === self || this.#met.has(member.peer)) continue;
      this.#met.add(member.peer);
      const { value } = this.#chat.muted;
      const isNamesake = [...value.values()].includes(member.name);
      if (isNamesake && !value.has(member.peer)) this.#chat.mute(member.peer, true);
    }
  }
}

function read(text: string | null): ReadonlyMap<PeerId, string> {
  const entries = attempt<unknown>(() => JSON.parse(text ?? '[]'), []);
  if (!Array.isArray(entries)) return new Map();
  const known = entries.slice(-MUTED_MAX).flatMap((entry: unknown) => {
    if (!Array.isArray(entry)) return [];
    const [peer, name] = [parsePeerId(entry[0]), entry[1] as unknown];
    const isName = typeof name === 'string' && name.length <= NICK_CHARS_MAX;
    return peer !== null && isName ? [[peer, name] as const] : [];
  });
  return new Map(known);
}
