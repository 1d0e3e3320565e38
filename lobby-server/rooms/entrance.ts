import { fail, type Result } from '../../shared/base/result.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import type { News, Refusal } from '../../shared/lobby/lobby-events.ts';
import type { Limits } from '../limits/limits.ts';
import type { PrefixBuckets } from '../limits/prefix-buckets.ts';
import type { SharedBuckets } from '../limits/shared-buckets.ts';
import type { RoomRecord } from '../store/room-store.ts';
import type { Timers } from '../timers.ts';
import { Knocks } from './knocks.ts';
import { proofOf } from './password.ts';
import type { Placed } from './rooms-ports.ts';
import type { Rooms } from './rooms.ts';
import type { Visitor } from './visitor.ts';

export type EntrancePorts = {
  readonly rooms: Rooms;
  readonly timers: Timers;
  readonly limits: Pick<Limits, 'passwords'>;
  readonly shared: SharedBuckets;
  readonly makeId: () => string;
  /** Tells the host who waits. */
  readonly tell: (room: RoomRecord, knocks: News<'room:knocks'>) => void;
  readonly answer: (connection: string, news: News<'room:knocked'>) => void;
};

type JoinRequest = {
  readonly nonce: string;
  readonly code: RoomCode;
  readonly name: string;
  readonly password?: string | undefined;
  readonly key?: string | undefined;
};

/** [L93] [L94] Where arrivals show a password or a link's key, or knock. */
export class Entrance {
  readonly #ports: EntrancePorts;
  readonly #passwords: PrefixBuckets;
  readonly #knocks: Knocks;

  constructor(ports: EntrancePorts) {
    this.#ports = ports;
    this.#passwords = ports.shared.of('passwords', ports.limits.passwords);
    this.#knocks = new Knocks({
      timers: ports.timers,
      makeId: ports.makeId,
      onChange: (code) => void this.#tellOf(code),
      onAnswer: (code, { connection }, isLetIn) => ports.answer(connection, { code, isLetIn }),
    });
  }

  /** As `Rooms.join`, with what keeps newcomers out of some rooms. */
  async join(visitor: Visitor, request: JoinRequest): Promise<Result<Placed, Refusal>> {
    const { rooms, timers } = this.#ports;
    // [L182] A code of before tells newcomers nothing, not even that there is a password.
    const room = await rooms.doors.findFor(request.code, visitor.guest);
    const code = room?.code ?? request.code;
    const kept = room?.password ?? null;
    let proof: string | null = null;
    if (kept !== null && request.password !== undefined) {
      const nowMs = timers.now();
      // Before the comparison: many sockets of one address could ask at once.
      const retryMs = this.#passwords.take(visitor.networks, nowMs);
      if (retryMs > 0) return fail({ code: 'RATE_LIMITED', retryMs });
      proof = await proofOf(request.password, kept);
    }
    const isLetIn = this.#knocks.isLetIn(code, visitor.guest);
    const placed = await rooms.join(visitor, request, {
      proof,
      key: request.key ?? null,
      isLetIn,
    });
    if (placed.ok) this.#knocks.end(code, visitor.guest);
    else if (placed.error.code === 'KNOCK_PENDING') {
      const { guest, connection } = visitor;
      return fail(this.#knocks.knock(code, { guest, connection, name: request.name }));
    }
    return placed;
  }

  /** The host's word on a knock; false when that guest does not wait any more. */
  admit(code: RoomCode, knock: string, isLetIn: boolean): boolean {
    return this.#knocks.answer(code, knock, isLetIn);
  }

  /** To the host, on whichever page it is now. */
  tellKnocks(room: RoomRecord): void {
    const waiting = this.#knocks.waiting(room.code);
    const knocks = waiting.map(({ id, name }) => ({ knock: id, name }));
    this.#ports.tell(room, { code: room.code, knocks });
  }

  endConnection(connection: string): void {
    this.#knocks.endConnection(connection);
  }

  /** The room is gone. */
  forget(code: RoomCode): void {
    this.#knocks.forget(code);
  }

  close(): void {
    this.#knocks.close();
  }

  async #tellOf(code: RoomCode): Promise<void> {
    const room = await this.#ports.rooms.find(code);
    if (room !== null) this.tellKnocks(room);
  }
}
