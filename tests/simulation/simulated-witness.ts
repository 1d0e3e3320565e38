import { DEFAULT_TIMES } from '../../lobby-server/limits/limits.ts';
import type { PeerId } from '../../shared/base/peer-id.ts';
import { type Members, NO_MEMBERS, only } from '../../shared/consensus/members.ts';
import type { WitnessAnswer, WitnessRequest } from '../../shared/consensus/messages.ts';
import {
  type WitnessState,
  answerAsWitness,
  noteSilence,
  startWitness,
} from '../../shared/consensus/witness.ts';
import type { WitnessPort } from '../../shared/netplay/agreement/witness-port.ts';
import type { SimulatedLobby } from './simulated-lobby.ts';

type Page = { readonly peer: PeerId; ended: Members };

/** The witness of a simulated lobby, as the pages of a room reach it. */
export class SimulatedWitness {
  state: WitnessState;
  readonly #lobby: SimulatedLobby;
  readonly #after: (ms: number, act: () => void) => void;
  readonly #nowMs: () => number;
  readonly #pages = new Map<number, Page>();
  #ended: Members = NO_MEMBERS;

  constructor(
    lobby: SimulatedLobby,
    after: (ms: number, act: () => void) => void,
    nowMs: () => number,
  ) {
    this.#lobby = lobby;
    this.#after = after;
    this.#nowMs = nowMs;
    this.state = startWitness(1, nowMs());
  }

  /** A page of this peer is opened: the one before is over. */
  arrive(peer: PeerId, page: number): void {
    for (const [number, known] of this.#pages) if (known.peer === peer) this.end(number);
    this.#ended &= ~only(page);
    this.#pages.set(page, { peer, ended: this.#ended });
  }

  /** This page is over, and all who are connected hear that. */
  end(page: number): void {
    this.#pages.delete(page);
    this.#ended |= only(page);
    for (const other of this.#pages.values()) other.ended |= only(page);
  }

  portFor(peer: PeerId, page: number): WitnessPort {
    const lobby = this.#lobby;
    const life = (): number =>
      lobby.isReachable && !lobby.disconnected.has(peer) ? this.state.life : 0;
    return {
      get life() {
        return life();
      },
      takeEnded: () => {
        const known = this.#pages.get(page);
        if (!known || !this.#reaches(peer)) return NO_MEMBERS;
        const { ended } = known;
        known.ended = NO_MEMBERS;
        return ended;
      },
      ask: (request, answer) => {
        if (!this.#reaches(peer)) return;
        this.#after(lobby.latencyMs, () => this.#answer(peer, request, answer));
      },
    };
  }

  #reaches(peer: PeerId): boolean {
    const { isReachable, disconnected, offline } = this.#lobby;
    return isReachable && !disconnected.has(peer) && !offline.has(peer);
  }

  #answer(peer: PeerId, request: WitnessRequest, tell: (answer: WitnessAnswer) => void): void {
    const { state } = this;
    const sequencer = this.#pages.get(state.votedFor)?.peer;
    const isGone = sequencer === undefined || this.#lobby.disconnected.has(sequencer);
    if (isGone) noteSilence(state, state.votedFor, this.#nowMs());
    const answer = answerAsWitness(state, request, this.#nowMs());
    const isDoubtful = answer.type === 'refused' && answer.reason === 'sequencer-heard';
    if (!isDoubtful || request.type === 'unclean' || isGone) return this.#tell(peer, answer, tell);
    const { latencyMs, offline } = this.#lobby;
    const { aliveMs } = DEFAULT_TIMES;
    const isSilent =
      offline.has(sequencer) || this.#lobby.isBusy(sequencer, aliveMs - 2 * latencyMs);
    this.#after(isSilent ? aliveMs : 2 * latencyMs, () => {
      if (isSilent) noteSilence(state, state.votedFor, this.#nowMs());
      this.#tell(peer, answerAsWitness(state, request, this.#nowMs()), tell);
    });
  }

  #tell(peer: PeerId, answer: WitnessAnswer, tell: (answer: WitnessAnswer) => void): void {
    this.#after(this.#lobby.latencyMs, () => {
      if (this.#reaches(peer)) tell(answer);
    });
  }
}
