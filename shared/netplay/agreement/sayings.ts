import { type Members, includes } from '../../consensus/members.ts';
import type { ElectionMessage } from '../../wire/election-packet.ts';
import type { Remotes } from '../replication/remote-peer.ts';

/** Nothing of an election counts twice, and one lost packet then costs no retry. */
const SAID_TIMES = 3;

type Saying = { readonly to: Members; readonly said: readonly ElectionMessage[]; left: number };

/** What an election says goes out at once, and again with each of the next ticks. */
export class Sayings {
  readonly #remotes: Remotes;
  readonly #waiting: Saying[] = [];

  constructor(remotes: Remotes) {
    this.#remotes = remotes;
  }

  /**
   * Says something to the pages of `to`.
   *
   * @param term of this peer, for the header
   */
  say(to: Members, said: readonly ElectionMessage[], term: number, nowMs: number): void {
    this.#carry({ to, said, left: SAID_TIMES }, term, nowMs);
  }

  /** Once an advance of the session. */
  repeat(term: number, nowMs: number): void {
    for (const saying of this.#waiting.splice(0)) this.#carry(saying, term, nowMs);
  }

  #carry(saying: Saying, term: number, nowMs: number): void {
    saying.left -= 1;
    for (const { page, channel } of this.#remotes.values()) {
      if (!includes(saying.to, page)) continue;
      channel.term = term;
      for (const said of saying.said) channel.send({ type: 'election', said }, nowMs);
    }
    if (saying.left > 0) this.#waiting.push(saying);
  }
}
