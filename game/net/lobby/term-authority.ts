import type { Result } from '../../../shared/base/result.ts';
import type { RoomCode } from '../../../shared/lobby/ids.ts';
import type { Request } from '../../../shared/lobby/lobby-events.ts';
import type { LobbyError } from '../../../shared/lobby/lobby-error.ts';
import type {
  TermAnswer,
  TermAuthority,
  TermClaim,
} from '../../../shared/netplay/election/reign.ts';

/** What claiming needs of the lobby. `LobbyClient` is one. */
export interface TermChannel {
  /** Ends within that time, whatever happens. */
  claimTerm(
    code: RoomCode,
    claim: Request<'room:claim'>,
    withinMs: number,
  ): Promise<Result<unknown, LobbyError>>;
}

/** An election that waits longer is better off asking again. */
const ANSWER_MS = 1000;

/** [L17] The lobby's word on who reigns in a room. A lobby that decides nothing counts as not there. */
export class LobbyTermAuthority implements TermAuthority {
  readonly #lobby: TermChannel;
  readonly #code: RoomCode;

  constructor(lobby: TermChannel, code: RoomCode) {
    this.#lobby = lobby;
    this.#code = code;
  }

  claim(claim: TermClaim, answer: (outcome: TermAnswer, newestTerm?: number) => void): void {
    void this.#lobby
      .claimTerm(this.#code, copyClaim(claim), ANSWER_MS)
      .then((reply) =>
        reply.ok ? answer('granted') : answer(judge(reply.error), reply.error.term),
      );
  }
}

function copyClaim({ voters, electorate, missing, ...rest }: TermClaim): Request<'room:claim'> {
  const lists = { voters: [...voters], electorate: [...electorate] };
  return { ...rest, ...lists, missing: missing && [...missing] };
}

function judge({ code }: LobbyError): TermAnswer {
  if (code === 'STALE_TERM') return 'taken';
  return code === 'NOT_HOST' ? 'refused' : 'unreachable';
}
