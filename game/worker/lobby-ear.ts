import type { PeerId } from '../../shared/base/peer-id.ts';
import { type Members, NO_MEMBERS } from '../../shared/consensus/members.ts';
import type { WitnessAnswer, WitnessRequest } from '../../shared/consensus/messages.ts';
import type { WitnessPort } from '../../shared/netplay/agreement/witness-port.ts';
import type { LobbyWord } from './messages.ts';

/** Questions that nobody answered are forgotten beyond this. */
const QUESTIONS_MAX = 32;

/** The lobby as a session in a worker knows it: by the page's word, which has the socket. */
export class LobbyEar implements WitnessPort {
  readonly #ask: (question: number, request: WitnessRequest) => void;
  readonly #asked = new Map<number, (answer: WitnessAnswer) => void>();
  #word: LobbyWord;
  #heard: ReadonlySet<PeerId>;
  #ended: Members = NO_MEMBERS;
  #questions = 0;

  constructor(word: LobbyWord, ask: (question: number, request: WitnessRequest) => void) {
    this.#word = word;
    this.#heard = new Set(word.heard);
    this.#ask = ask;
  }

  get life(): number {
    return this.#word.life;
  }

  get sequencer(): PeerId | null {
    return this.#word.sequencer;
  }

  get isOutOfReach(): boolean {
    return this.#word.isOutOfReach;
  }

  isHeard(peer: PeerId): boolean {
    return this.#heard.has(peer);
  }

  heed(word: LobbyWord): void {
    this.#word = word;
    this.#heard = new Set(word.heard);
  }

  end(pages: Members): void {
    this.#ended |= pages;
  }

  takeEnded(): Members {
    const ended = this.#ended;
    this.#ended = NO_MEMBERS;
    return ended;
  }

  ask(request: WitnessRequest, answer: (answer: WitnessAnswer) => void): void {
    this.#questions += 1;
    this.#asked.set(this.#questions, answer);
    this.#asked.delete(this.#questions - QUESTIONS_MAX);
    this.#ask(this.#questions, request);
  }

  answer(question: number, said: WitnessAnswer): void {
    this.#asked.get(question)?.(said);
    this.#asked.delete(question);
  }
}
