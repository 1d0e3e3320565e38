import { signal } from '@preact/signals';
import { MAX_SEATS } from '../../../shared/base/room-limits.ts';
import type { RoomCode } from '../../../shared/lobby/ids.ts';
import {
  type AccessNews,
  checkRoomTitle,
  type RoomAccess,
} from '../../../shared/lobby/room-access.ts';
import type { World } from '../../../shared/room/world.ts';
import type { RemovedPerson } from '../../../shared/lobby/known-people.ts';
import { ProbeAnswerer } from '../../net/list/probe-answerer.ts';
import { CardRenewal } from '../../net/list/renew-card.ts';
import type { LobbyClient } from '../../net/lobby/lobby-client.ts';
import type { Timers } from '../../time/timers.ts';
import type { ErrorCode } from '../../i18n/en/en.ts';
import type { Hand } from '../../ui/model/hands-model.ts';
import type { AccessView, KnockView } from '../../ui/model/public-rooms-model.ts';
import { errorOfLobby } from '../room/error-codes.ts';
import { isMatchOn } from './is-match-on.ts';
import { makeCard } from './make-card.ts';

export type AccessDeskPorts = {
  readonly lobby: LobbyClient;
  readonly timers: Timers;
  /** One more guest knocks. */
  readonly onKnock: () => void;
  readonly hand: () => Hand;
  readonly mapName: () => string;
};

/** How often at most the lobby is asked who was sent away: it counts that with what the host does by hand. */
const REMOVED_EVERY_MS = 3000;

/** The own room's entrance: who may come in; for its host also who knocks, and its place in the list. */
export class AccessDesk implements AccessView {
  readonly access = signal<AccessNews | null>(null);
  readonly isHost = signal(false);
  readonly mayRenewCode = signal(false);
  readonly removed = signal<readonly RemovedPerson[]>([]);
  readonly problem = signal<ErrorCode | null>(null);
  readonly knocks = signal<readonly KnockView[]>([]);
  readonly #ports: AccessDeskPorts;
  #card: CardRenewal | null = null;
  #answerer: ProbeAnswerer | null = null;
  #code: RoomCode | null = null;
  #followsRemoved = false;
  /** Of the room as it was asked for last who was sent away, and when that may be asked again. */
  #removedAt: number | null = null;
  #removedDueMs = Number.NEGATIVE_INFINITY;

  constructor(ports: AccessDeskPorts) {
    this.#ports = ports;
    ports.lobby.line.hear('room:knocks', ({ code, knocks }) => {
      if (code !== ports.lobby.joined?.room.code) return;
      if (knocks.length > this.knocks.value.length) ports.onKnock();
      this.knocks.value = knocks;
    });
  }

  /** Runs every tick in a room. */
  follow({ room, match }: Pick<World, 'room' | 'match'>, nowMs: number): void {
    const { lobby } = this.#ports;
    const { access, joined } = lobby;
    this.access.value = access;
    this.isHost.value = access !== null && access.host === joined?.self;
    this.mayRenewCode.value = joined?.room.quick === false;
    if (access === null || !this.isHost.value) {
      this.#unlist();
    } else {
      const isPublic = access.access.visibility === 'public';
      const isListed = this.#answerer !== null;
      if (this.#code !== access.code || isPublic !== isListed) this.#list(access.code, isPublic);
      const { mapName, hand } = this.#ports;
      // [L126] Of a room that is not listed invitations say the score.
      if ((isPublic || isMatchOn(match)) && this.#card?.isDue(nowMs))
        this.#card.show(makeCard(room, match, mapName(), hand()), nowMs);
    }
    if (this.#followsRemoved && this.isHost.value) this.#followPeople(nowMs);
    if (!this.isHost.value && this.knocks.value.length > 0) this.knocks.value = [];
  }

  /** Out of the room. */
  leave(): void {
    this.#unlist();
    this.access.value = null;
    this.isHost.value = false;
    this.problem.value = null;
    this.removed.value = [];
    this.#removedAt = null;
    this.knocks.value = [];
  }

  readonly change = (change: Partial<RoomAccess>, password?: string | null): void => {
    const now = this.access.value;
    if (now !== null) void this.#change(now, change, password);
  };

  readonly renewCode = async (): Promise<boolean> => {
    const code = this.access.value?.code;
    if (code === undefined) return false;
    const answer = await this.#ports.lobby.line.ask('room:code', { code });
    this.problem.value = answer.ok ? null : errorOfLobby(answer.error);
    return answer.ok;
  };

  readonly followRemoved = (on: boolean): void => {
    this.#followsRemoved = on;
    this.#askRemovedAgain();
  };

  readonly forgive = async (auth: string | null): Promise<boolean> => {
    const code = this.access.value?.code;
    if (code === undefined) return false;
    const answer = await this.#ports.lobby.line.ask('room:forgive', { code, auth });
    this.problem.value = answer.ok ? null : errorOfLobby(answer.error);
    this.#askRemovedAgain();
    return answer.ok;
  };

  readonly admit = (knock: string, isLetIn: boolean): void => {
    const code = this.access.value?.code;
    if (code === undefined) return;
    this.knocks.value = this.knocks.value.filter((one) => one.knock !== knock);
    void this.#ports.lobby.line.ask('room:admit', { code, knock, isLetIn });
  };

  readonly checkTitle = (text: string): string | null => {
    const checked = checkRoomTitle(text);
    return checked.ok ? checked.value : null;
  };

  async #change(
    now: AccessNews,
    change: Partial<RoomAccess>,
    password: string | null | undefined,
  ): Promise<void> {
    const access = { ...now.access, ...change, places: MAX_SEATS };
    const request = { code: now.code, access };
    const asked = password === undefined ? request : { ...request, password };
    const answer = await this.#ports.lobby.line.ask('room:access', asked);
    this.problem.value = answer.ok ? null : errorOfLobby(answer.error);
  }

  /** [L183] Each change of who is here may be one who was sent away. */
  #followPeople(nowMs: number): void {
    const { joined, isOnline } = this.#ports.lobby;
    if (joined === null || !isOnline || joined.room.revision === this.#removedAt) return;
    if (nowMs < this.#removedDueMs) return;
    this.#removedDueMs = nowMs + REMOVED_EVERY_MS;
    this.#removedAt = joined.room.revision;
    void this.#askRemoved(joined.room.code);
  }

  async #askRemoved(code: RoomCode): Promise<void> {
    const answer = await this.#ports.lobby.line.ask('room:removed', { code });
    if (this.access.value?.code !== code) return;
    if (answer.ok) this.removed.value = answer.value.removed;
    // What was not told is asked for again, in its time.
    else this.#removedAt = null;
  }

  /** The person has done something about it: now. */
  #askRemovedAgain(): void {
    this.#removedAt = null;
    this.#removedDueMs = Number.NEGATIVE_INFINITY;
  }

  #list(code: RoomCode, isPublic: boolean): void {
    this.#unlist();
    const { lobby, timers } = this.#ports;
    this.#code = code;
    this.#card = new CardRenewal(lobby.line, code);
    if (!isPublic) return;
    const ice = () => lobby.joined?.ice ?? { servers: [], lifetimeS: 0 };
    this.#answerer = new ProbeAnswerer(lobby.line, ice, timers);
  }

  #unlist(): void {
    this.#answerer?.close();
    [this.#card, this.#answerer, this.#code] = [null, null, null];
  }
}
