import type { Signal } from '@preact/signals';
import { ok, type Result } from '../../../shared/base/result.ts';
import type { RoomCode } from '../../../shared/lobby/ids.ts';
import type { AccessNews } from '../../../shared/lobby/room-access.ts';
import type { MemberId } from '../../../shared/room/command.ts';
import type { ErrorCode } from '../../i18n/en/en.ts';
import type { LoadProblem } from '../../load/load-problem.ts';
import type { Timers } from '../../time/timers.ts';
import type { PublicParts } from '../../ui/model/public-rooms-model.ts';
import type { Screen } from '../../ui/model/view-model.ts';
import type { Hand } from '../../ui/model/hands-model.ts';
import type { OnlineRoom } from '../room/online-room.ts';
import { isMatchOn } from './is-match-on.ts';
import type { PublicRooms, PublicRoomsPorts } from './public-rooms.ts';

export type PublicDoorPorts = {
  readonly loadPublicRooms: (ports: PublicRoomsPorts) => Promise<Result<PublicRooms, LoadProblem>>;
  readonly timers: Timers;
  readonly model: {
    readonly screen: Signal<Screen>;
    readonly publicParts: Signal<PublicParts | null>;
  };
  readonly hand: () => Hand;
  readonly playSound: (sound: 'join') => void;
  readonly join: (code: RoomCode, password?: string) => void;
  readonly watch: (member: MemberId) => void;
  readonly onProblem: (problem: LoadProblem) => void;
  /** Of the link to a private room; undefined where there was none. */
  readonly keyOf: (code: RoomCode) => string | undefined;
  /** Of the map that is played on. */
  readonly mapName: () => string;
};

/** Asked for by the clock, not by a person: what did not come is left alone for so long. */
const AGAIN_MS = 30_000;

/** The way to public rooms: brings what they need when somebody looks for one, or opens one. */
export class PublicDoor {
  readonly #ports: PublicDoorPorts;
  #rooms: PublicRooms | null = null;
  #isLoading = false;
  #dueMs = Number.NEGATIVE_INFINITY;
  /** A room that was joined to watch. */
  #watched: RoomCode | null = null;

  constructor(ports: PublicDoorPorts) {
    this.#ports = ports;
  }

  /** Shows the list. */
  async browse(): Promise<void> {
    const { model, onProblem } = this.#ports;
    model.screen.value = { screen: 'rooms' };
    const loaded = await this.#load();
    if (model.screen.value.screen !== 'rooms') return;
    if (!loaded.ok) return onProblem(loaded.error);
    loaded.value.list.open();
  }

  /** Brings what says who may come in; why not, where it does not come. */
  async openAccess(): Promise<ErrorCode | null> {
    const loaded = await this.#load();
    return loaded.ok ? null : loaded.error;
  }

  /** Runs every tick in a room with others. What the lobby last said of who may come in. */
  follow(room: OnlineRoom, access: AccessNews | null, nowMs: number): AccessNews | null {
    const { session, joined } = room;
    this.#goWatch(room, access);
    const isHost = access !== null && access.host === joined.self;
    // A host that was handed a public room has to show it in the list.
    const isShown = access?.access.visibility !== 'unlisted' || isMatchOn(session.world.match);
    // Strangers may report each other there.
    const isOpen = joined.room.quick || access?.access.visibility === 'public';
    const isNeeded =
      session.self !== null && (isOpen || (isHost && (isShown || access.access.knock)));
    const isMissing = this.#rooms === null && !this.#isLoading;
    if (isNeeded && isMissing && nowMs >= this.#dueMs) {
      this.#dueMs = nowMs + AGAIN_MS;
      void this.#load();
    }
    this.#rooms?.access.follow(session.world, nowMs);
    return access;
  }

  /** Away from the list, or out of the room. */
  leave(): void {
    this.#rooms?.list.close();
    this.#rooms?.access.leave();
  }

  #goWatch({ joined, session }: OnlineRoom, access: AccessNews | null): void {
    if (this.#watched === null || session.self === null) return;
    if (this.#watched === (access?.door ?? joined.room.code)) this.#ports.watch(session.self);
    this.#watched = null;
  }

  async #load(): Promise<Result<PublicRooms, LoadProblem>> {
    if (this.#rooms !== null) return ok(this.#rooms);
    const { loadPublicRooms, join, playSound, model } = this.#ports;
    this.#isLoading = true;
    const loaded = await loadPublicRooms({
      ...this.#ports,
      enter: (code, how, password) => {
        this.#watched = how === 'watch' ? code : null;
        join(code, password ?? undefined);
      },
      onKnock: () => playSound('join'),
    });
    this.#isLoading = false;
    if (loaded.ok) {
      this.#rooms = loaded.value;
      model.publicParts.value = loaded.value.parts;
    }
    return loaded;
  }
}
