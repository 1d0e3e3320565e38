import { DEFAULT_TIMES } from '../../lobby-server/limits/limits.ts';
import { type GuardedWitness, answerGuarded } from '../../lobby-server/rooms/guarded-witness.ts';
import type { PeerId } from '../../shared/base/peer-id.ts';
import { type Members, NO_MEMBERS, includes, only } from '../../shared/consensus/members.ts';
import type { WitnessAnswer, WitnessRequest } from '../../shared/consensus/messages.ts';
import { type WitnessState, noteSilence, startWitness } from '../../shared/consensus/witness.ts';
import type { WitnessPort } from '../../shared/netplay/agreement/witness-port.ts';
import type { SimulatedLobby } from './simulated-lobby.ts';

type Page = { readonly peer: PeerId; ended: Members };

/** The lobby server's own witness, as the pages of a room reach it. */
export class SimulatedWitness {
  readonly #guarded: GuardedWitness;
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
    this.#guarded = { state: startWitness(1, nowMs()), highestTerm: 0 };
  }

  get state(): WitnessState {
    return this.#guarded.state;
  }

  /** The lobby restarts: it remembers nothing but how far terms went. */
  restart(): void {
    this.#guarded.state = startWitness(this.state.life + 1, this.#nowMs());
  }

  /** A page of this peer is opened: the one before is over. */
  arrive(peer: PeerId, page: number): void {
    for (const [number, known] of this.#pages) if (known.peer === peer) this.end(number);
    this.#ended &= ~only(page);
    if (includes(namedBy(this.state), page)) this.restart();
    this.#pages.set(page, { peer, ended: this.#ended });
    this.#forgetTheGone();
  }

  /** This page is over, and all who are connected hear that. */
  end(page: number): void {
    this.#pages.delete(page);
    this.#ended |= only(page);
    for (const other of this.#pages.values()) other.ended |= only(page);
  }

  /** [L90] Of the configuration that it keeps no page is left that could show a newer one. */
  #forgetTheGone(): void {
    const { mark } = this.state;
    if (mark && ![...this.#pages.keys()].some((page) => includes(mark.members, page))) {
      this.restart();
    }
  }

  portFor(peer: PeerId, page: number): WitnessPort {
    const lobby = this.#lobby;
    const life = (): number =>
      lobby.isReachable && !lobby.disconnected.has(peer) ? this.state.life : 0;
    let told: PeerId | null = null;
    const sequencer = (): PeerId | null => {
      const { votedFor, mark } = this.state;
      if (this.#reaches(peer) && mark) told = this.#pages.get(votedFor)?.peer ?? told;
      return told;
    };
    return {
      get life() {
        return life();
      },
      get sequencer() {
        return sequencer();
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
    const answer = this.#decide(peer, request);
    const isDoubtful = answer.type === 'refused' && answer.reason === 'sequencer-heard';
    if (!isDoubtful || request.type === 'unclean' || isGone) return this.#tell(peer, answer, tell);
    const { latencyMs, offline } = this.#lobby;
    const { aliveMs } = DEFAULT_TIMES;
    const isSilent =
      offline.has(sequencer) || this.#lobby.isBusy(sequencer, aliveMs - 2 * latencyMs);
    this.#after(isSilent ? aliveMs : 2 * latencyMs, () => {
      if (isSilent) noteSilence(state, state.votedFor, this.#nowMs());
      this.#tell(peer, this.#decide(peer, request), tell);
    });
  }

  #decide(peer: PeerId, request: WitnessRequest): WitnessAnswer {
    const answer = answerGuarded(this.#guarded, request, this.#nowMs());
    const isTaken = answer.type !== 'refused' && answer.type !== 'would';
    if (isTaken) this.#lobby.nameSequencer(peer);
    return answer;
  }

  #tell(peer: PeerId, answer: WitnessAnswer, tell: (answer: WitnessAnswer) => void): void {
    this.#after(this.#lobby.latencyMs, () => {
      if (this.#reaches(peer)) tell(answer);
    });
  }
}

/** The pages by which a witness decides. */
function namedBy({ mark, votedFor }: WitnessState): Members {
  return (mark?.members ?? NO_MEMBERS) | (votedFor >= 0 ? only(votedFor) : NO_MEMBERS);
}
