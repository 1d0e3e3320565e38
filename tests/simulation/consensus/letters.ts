import type { PeerMessage } from '../../../shared/consensus/messages.ts';
import type { LastWord } from '../../../shared/consensus/peer-state.ts';
import { type Members, type PageNumber } from '../../../shared/consensus/members.ts';

/** What members send each other. A row is a number that nobody else ever ordered. */
export type Letter =
  /** `rows` are those of the ticks that the message tells of. */
  | { readonly type: 'consensus'; readonly message: PeerMessage; readonly rows: readonly number[] }
  /** I hold no world: feed me. */
  | { readonly type: 'hello'; readonly page: PageNumber }
  /** This page says of itself that it is over. */
  | { readonly type: 'goodbye'; readonly word: LastWord }
  /** These pages are over. */
  | { readonly type: 'ended'; readonly pages: Members };

/** Letters travel as their numbers: what is simulated is the network and not the codec. */
export class Letters {
  readonly #letters: Letter[] = [];

  write(letter: Letter): Uint8Array {
    const bytes = new Uint8Array(4);
    new DataView(bytes.buffer).setUint32(0, this.#letters.push(letter) - 1);
    return bytes;
  }

  read(bytes: Uint8Array): Letter {
    const letter = this.#letters[new DataView(bytes.buffer).getUint32(0)];
    if (!letter) throw new Error('a letter that nobody wrote');
    return letter;
  }
}
