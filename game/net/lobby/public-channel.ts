import type { Result } from '../../../shared/base/result.ts';
import type { LobbyError } from '../../../shared/lobby/lobby-error.ts';
import type {
  Answer,
  News,
  NewsName,
  Request,
  RequestName,
} from '../../../shared/lobby/lobby-events.ts';
import type { LobbySocket } from './lobby-socket.ts';

/** What is shown at a room's entrance: a password, or the key of its link. */
export type RoomPass = {
  readonly password?: string | undefined;
  readonly key?: string | undefined;
};

/** The lobby to those who look for a room or let others in. */
export interface PublicChannel {
  readonly isOnline: boolean;

  /** [L141] No way is measured: a link for that would tell the address. */
  readonly hidesAddress: boolean;

  /** Asks until there is an answer, or until it takes too long. */
  ask<Name extends RequestName>(
    name: Name,
    request: Request<Name>,
  ): Promise<Result<Answer<Name>, LobbyError>>;

  /** Tells of what the lobby says, until the returned function is called. */
  hear<Name extends NewsName>(name: Name, handle: (news: News<Name>) => void): () => void;

  /** Runs at each new connection to the lobby: it knows nothing of what was asked of it before. */
  onConnected(run: () => void): () => void;
}

/** The socket of a page as such a channel. */
export class PublicLine implements PublicChannel {
  readonly #socket: Pick<LobbySocket, 'request' | 'post' | 'onNews' | 'status'>;
  readonly #hidesAddress: () => boolean;
  readonly #onConnected = new Set<() => void>();

  constructor(
    socket: Pick<LobbySocket, 'request' | 'post' | 'onNews' | 'status'>,
    hidesAddress: () => boolean,
  ) {
    this.#socket = socket;
    this.#hidesAddress = hidesAddress;
  }

  get isOnline(): boolean {
    return this.#socket.status.state === 'online';
  }

  get hidesAddress(): boolean {
    return this.#hidesAddress();
  }

  ask: PublicChannel['ask'] = (name, request) => this.#socket.request(name, request);

  /** Says something whose answer changes nothing; dropped where the lobby is not there. */
  post<Name extends RequestName>(name: Name, request: Request<Name>): void {
    this.#socket.post(name, request);
  }

  hear: PublicChannel['hear'] = (name, handle) => this.#socket.onNews(name, handle);

  onConnected(run: () => void): () => void {
    this.#onConnected.add(run);
    return () => this.#onConnected.delete(run);
  }

  /** The socket is connected, for the first time or again. */
  connected(): void {
    for (const run of this.#onConnected) run();
  }
}
