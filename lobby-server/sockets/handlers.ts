import type { Result } from '../../shared/base/result.ts';
import type {
  Answer,
  News,
  NewsName,
  Refusal,
  Request,
  RequestName,
} from '../../shared/lobby/lobby-events.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import type { PeerId } from '../../shared/base/peer-id.ts';
import type { Connection } from './connection.ts';
import type { TokenBucket } from '../../shared/base/token-bucket.ts';

export type Handled<Name extends RequestName> = Promise<Result<Answer<Name>, Refusal>>;

export type Handler<Name extends RequestName> = {
  /** Buckets that each have to give a token, the narrowest first: a page that is refused costs others nothing. */
  readonly limits: (connection: Connection) => readonly Pick<TokenBucket, 'take'>[];
  /** [L20] True for what may come without a way to answer, and is handled as it comes. */
  readonly isPost?: true;
  /** [L19] False for what a page asks by itself: it says nothing of whether the room is used. */
  readonly isUse?: false;
  readonly handle: (connection: Connection, request: Request<Name>) => Handled<Name>;
};

export type Handlers = { readonly [Name in RequestName]: Handler<Name> };

/** The sockets that a piece of news is for. */
export type Channel =
  | { readonly connection: string }
  /** Those who have the list of public rooms. */
  | 'list'
  | { readonly room: RoomCode }
  | { readonly room: RoomCode; readonly member: PeerId }
  | { readonly room: RoomCode; readonly session: number };

/** A member's place in a room, as one of its pages holds it. */
export type MemberPage = { readonly id: PeerId; readonly session: number };

/** The member whose page it is, and its connection. */
export type RoomPage = { readonly member: PeerId | null; readonly connection: string };

/** What handlers may do with sockets. */
export interface Sockets {
  /** The page that has this number in the room now; null when none has. */
  findPage(code: RoomCode, session: number): RoomPage | null;
  send<Name extends NewsName>(to: Channel, name: Name, news: News<Name>): void;
  /** The socket hears the room, the member's own channel and that of its page from now on. */
  enter(connection: string, code: RoomCode, seat: MemberPage): void;
  exit(connection: string, code: RoomCode, seat: MemberPage): void;
  /** Whether the socket hears how the list changes. */
  followList(connection: string, on: boolean): void;
}
