import type { PeerId } from '../../shared/base/peer-id.ts';
import { NO_MEMBERS } from '../../shared/consensus/members.ts';
import type { WitnessRequest } from '../../shared/consensus/messages.ts';
import type { PeerSessionOptions } from '../../shared/netplay/peer-session.ts';
import type { LobbyWord, ToWorker } from './messages.ts';

type Options = Pick<
  PeerSessionOptions,
  'witness' | 'isOutOfReach' | 'isHeardByLobby' | 'sequencer'
>;

/** Tells a session in a worker what the page knows of the lobby, as soon as that changes. */
export class LobbyTeller {
  readonly #options: Options;
  readonly #post: (message: ToWorker) => void;
  #told = '';

  constructor(options: Options, post: (message: ToWorker) => void) {
    this.#options = options;
    this.#post = post;
  }

  /** @param peers that the session may ask about; bots have none */
  tell(peers: readonly (PeerId | null)[]): void {
    const ended = this.#options.witness?.takeEnded() ?? NO_MEMBERS;
    if (ended !== NO_MEMBERS) this.#post({ type: 'ended', ended });
    const word = this.#read([this.#options.sequencer, ...peers]);
    const text = JSON.stringify(word);
    if (text === this.#told) return;
    this.#told = text;
    this.#post({ type: 'lobby', word });
  }

  ask(question: number, request: WitnessRequest): void {
    this.#options.witness?.ask(request, (answer) =>
      this.#post({ type: 'answer', question, answer }),
    );
  }

  #read(peers: readonly (PeerId | null)[]): LobbyWord {
    const { witness, isOutOfReach, isHeardByLobby } = this.#options;
    const known = new Set(peers.filter((peer) => peer !== null));
    return {
      life: witness?.life ?? 0,
      sequencer: witness?.sequencer ?? null,
      isOutOfReach: isOutOfReach?.() ?? false,
      heard: [...known].filter((peer) => isHeardByLobby?.(peer) ?? true),
    };
  }
}
