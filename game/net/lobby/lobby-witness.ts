import { type Members, NO_MEMBERS } from '../../../shared/consensus/members.ts';
import type { WitnessAnswer, WitnessRequest } from '../../../shared/consensus/messages.ts';
import type { PeerId } from '../../../shared/base/peer-id.ts';
import type { Result } from '../../../shared/base/result.ts';
import type { RoomCode } from '../../../shared/lobby/ids.ts';
import type { LobbyError } from '../../../shared/lobby/lobby-error.ts';
import type { Answer, News, Request } from '../../../shared/lobby/lobby-events.ts';
import type { WitnessPort } from '../../../shared/netplay/agreement/witness-port.ts';

/** The requests that the witness answers. */
export type WitnessRequestName = 'room:elect' | 'room:sync';

/** What the witness of a room needs of the lobby. `LobbyClient` is one. */
export interface WitnessChannel {
  /** [L88] What the lobby said last of a room's witness; null while it is not connected. */
  readonly witness: News<'room:witness'> | null;

  /** Asks once, and only when connected and still in that room; ends within `withinMs`. */
  askWitness<Name extends WitnessRequestName>(
    code: RoomCode,
    name: Name,
    request: Request<Name>,
    withinMs: number,
  ): Promise<Result<Answer<Name>, LobbyError>>;
}

/** ms: an election that waits longer is better off asking again. */
const ANSWER_MS = 1000;
/** A life that no witness has. */
const NO_LIFE = 0;

/** [L89] The witness of one room, over the lobby's socket. A lobby that does not answer counts as not there. */
export class LobbyWitness implements WitnessPort {
  readonly #lobby: WitnessChannel;
  readonly #code: RoomCode;
  readonly #sequencer: () => PeerId | null;
  #ended: Members = NO_MEMBERS;

  /** @param sequencer the member that the room's state names */
  constructor(lobby: WitnessChannel, code: RoomCode, sequencer: () => PeerId | null = () => null) {
    this.#lobby = lobby;
    this.#code = code;
    this.#sequencer = sequencer;
  }

  get sequencer(): PeerId | null {
    return this.#sequencer();
  }

  get life(): number {
    return this.#news?.life ?? NO_LIFE;
  }

  takeEnded(): Members {
    const news = this.#news;
    if (news === null) return NO_MEMBERS;
    const fresh = news.ended & ~this.#ended;
    this.#ended = news.ended;
    return fresh;
  }

  ask(request: WitnessRequest, answer: (answer: WitnessAnswer) => void): void {
    void this.#ask(request, answer);
  }

  async #ask(request: WitnessRequest, answer: (answer: WitnessAnswer) => void): Promise<void> {
    const reply = await this.#send(request);
    const said = reply.ok ? readAnswer(reply.value) : null;
    if (said) answer(said);
  }

  #send(request: WitnessRequest): Promise<Result<Answer<WitnessRequestName>, LobbyError>> {
    const { term } = request;
    if (request.type === 'sync') {
      const { mark, settledLife } = request;
      return this.#lobby.askWitness(
        this.#code,
        'room:sync',
        { term, mark, settledLife },
        ANSWER_MS,
      );
    }
    const mark = request.type === 'unclean' ? null : request.mark;
    const elect = { kind: request.type, term, mark };
    return this.#lobby.askWitness(this.#code, 'room:elect', elect, ANSWER_MS);
  }

  get #news(): News<'room:witness'> | null {
    const { witness } = this.#lobby;
    return witness?.code === this.#code ? witness : null;
  }
}

/** Null for an answer that lacks what its type needs. */
function readAnswer(answer: Answer<WitnessRequestName>): WitnessAnswer | null {
  const { type, term, at, reason, mark } = answer;
  if (type === 'synced') return at === undefined ? null : { type, term, at };
  if (type === 'refused') {
    if (reason === undefined) return null;
    return mark ? { type, term, reason, mark } : { type, term, reason };
  }
  return { type, term };
}
