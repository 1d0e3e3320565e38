import type { PeerId } from '../../shared/base/peer-id.ts';
import type { PageNumber } from '../../shared/consensus/members.ts';
import { type MovableLink, MovedChannel } from '../net/link/moved-channel.ts';
import type { Instants } from './instants.ts';
import type { ChannelWord, LinkWord, ToWorker } from './messages.ts';

type Post = (message: ToWorker, transfer?: Transferable[]) => void;

type Known = { readonly link: MovableLink; word: LinkWord };

/**
 * The links of a session in a worker, from the page: those channels that browsers let go are moved there, and
 * for all others datagrams are handed over.
 */
export class WorkerLinks {
  readonly #post: Post;
  readonly #instants: Instants;
  readonly #links = new Map<number, Known>();
  readonly #channels = new Map<number, MovedChannel>();
  #next = 0;

  constructor(post: Post, instants: Instants) {
    this.#post = post;
    this.#instants = instants;
  }

  /** The others at the ends of the links. */
  get peers(): readonly PeerId[] {
    return Array.from(this.#links.values(), ({ link }) => link.remote);
  }

  /** Null where the browser keeps channels on the page that made them. */
  readonly move = (channel: RTCDataChannel): MovedChannel | null => {
    const post = this.#post;
    this.#next += 1;
    const id = this.#next;
    try {
      post({ type: 'channel', id, channel }, [channel as unknown as Transferable]);
    } catch {
      // DataCloneError: this browser cannot.
      return null;
    }
    const moved = new MovedChannel(id, () => post({ type: 'hurry', id }));
    this.#channels.set(id, moved);
    return moved;
  };

  add(link: MovableLink, page: PageNumber): void {
    this.#next += 1;
    const word = wordOf(link);
    this.#links.set(this.#next, { link, word });
    this.#post({ type: 'link', link: this.#next, remote: link.remote, page, word });
  }

  /** Hands what came to the page to the worker, and says what has changed. */
  pump(): void {
    const post = this.#post;
    for (const [id, known] of this.#links) {
      known.link.receive((bytes, atMs) =>
        post({ type: 'datagram', link: id, bytes, absoluteMs: this.#instants.toAbsolute(atMs) }),
      );
      const word = wordOf(known.link);
      if (!isSame(word, known.word)) post({ type: 'link-word', link: id, word });
      known.word = word;
      if (!word.isClosed) continue;
      this.#links.delete(id);
      if (word.channel !== null) this.#channels.delete(word.channel);
    }
  }

  send(id: number, bytes: Uint8Array): void {
    this.#links.get(id)?.link.send(bytes);
  }

  /** The session has its reasons. */
  close(id: number): void {
    this.#links.get(id)?.link.close();
    this.#links.delete(id);
  }

  /** @param saidMs when the worker looked, on the page's clock */
  hear(words: readonly ChannelWord[], saidMs: number): void {
    for (const { id, counts, heardMs } of words) {
      this.#channels.get(id)?.say(counts, this.#instants.toOwn(heardMs), saidMs);
    }
  }
}

function wordOf(link: MovableLink): LinkWord {
  return {
    channel: link.moved?.id ?? null,
    needsHelp: link.needsHelp ?? true,
    isClosed: link.state === 'closed',
    path: link.path ?? null,
    lagMs: link.lagMs ?? 0,
  };
}

function isSame(a: LinkWord, b: LinkWord): boolean {
  return (
    a.channel === b.channel &&
    a.needsHelp === b.needsHelp &&
    a.isClosed === b.isClosed &&
    a.path === b.path &&
    a.lagMs === b.lagMs
  );
}
