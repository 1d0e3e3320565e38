import { signal } from '@preact/signals';
import type { RoomCode } from '../../../shared/lobby/ids.ts';
import type { Listing } from '../../../shared/lobby/public-room.ts';
import { type Measured, ProbeQueue } from '../../net/list/probe-queue.ts';
import { measureWay } from '../../net/list/probe.ts';
import { RoomList } from '../../net/list/room-list.ts';
import type { PublicChannel } from '../../net/lobby/public-channel.ts';
import type { Timers } from '../../time/timers.ts';
import type {
  ListState,
  PublicRoom,
  PublicRoomsView,
  WayView,
} from '../../ui/model/public-rooms-model.ts';
import { barsOf } from '../hud/network-grade.ts';
import { errorOfLobby } from '../room/error-codes.ts';

const SECOND_MS = 1000;

export type ListDeskPorts = {
  readonly lobby: PublicChannel;
  readonly timers: Timers;
  /** False: this browser opens no links. */
  readonly hasWebRtc: boolean;
  readonly enter: PublicRoomsView['enter'];
};

/** The list as a stranger sees it, with pings that were measured. Lives while somebody looks at it. */
export class ListDesk implements PublicRoomsView {
  readonly rooms = signal<readonly PublicRoom[]>([]);
  readonly ways = signal<ReadonlyMap<RoomCode, WayView>>(new Map());
  readonly state = signal<ListState>('loading');
  readonly nowMs = signal(0);
  readonly measures;
  readonly enter: PublicRoomsView['enter'];
  readonly #ports: ListDeskPorts;
  #list: RoomList | null = null;
  #queue: ProbeQueue | null = null;
  #view: readonly RoomCode[] = [];
  #cancelSecond: () => void = () => {};

  constructor(ports: ListDeskPorts) {
    this.#ports = ports;
    this.enter = ports.enter;
    this.measures = signal(ports.hasWebRtc);
  }

  /** The person looks at the list from now on, until `close`. */
  open(): void {
    if (this.#list !== null) return;
    const { lobby, timers } = this.#ports;
    this.rooms.value = [];
    this.state.value = 'loading';
    this.#list = new RoomList({
      lobby,
      timers,
      onRooms: (listings, isWhole) => this.#show(listings, isWhole),
      onProblem: (problem) => {
        this.state.value = errorOfLobby(problem) ?? 'unknown';
      },
      isLookedAt: () => this.#list !== null,
    });
    this.#startMeasuring();
    this.#tellSeconds();
  }

  close(): void {
    this.#cancelSecond();
    this.#list?.close();
    this.#queue?.close();
    [this.#list, this.#queue] = [null, null];
  }

  readonly look = (codes: readonly RoomCode[]): void => {
    this.#view = codes;
    if (this.measures.value) this.#queue?.look(codes);
  };

  readonly refresh = (): void => {
    this.state.value = 'loading';
    this.#list?.refresh();
  };

  readonly setMeasures = (on: boolean): void => {
    this.measures.value = on && this.#ports.hasWebRtc;
    this.#queue?.close();
    if (this.measures.value) this.#startMeasuring();
    else this.ways.value = new Map();
  };

  #startMeasuring(): void {
    const { lobby, timers } = this.#ports;
    this.#queue = new ProbeQueue({
      timers,
      measure: (code) => {
        const list = this.#list;
        return list === null ? Promise.resolve(null) : measureWay(lobby, code, list.ice, timers);
      },
      onMeasured: (ways) => {
        this.ways.value = new Map([...ways].map(([code, way]) => [code, viewOf(way)]));
      },
    });
    this.look(this.#view);
  }

  #show(listings: readonly Listing[], isWhole: boolean): void {
    const known = new Map(this.rooms.value.map((room) => [room.listing, room]));
    const heardMs = this.#ports.timers.now();
    this.rooms.value = listings.map((listing) => known.get(listing) ?? { listing, heardMs });
    this.state.value = isWhole ? 'whole' : 'partial';
    const codes = new Set(listings.map(({ code }) => code));
    this.#queue?.forget((code) => !codes.has(code));
  }

  #tellSeconds(): void {
    this.nowMs.value = this.#ports.timers.now();
    this.#cancelSecond = this.#ports.timers.after(SECOND_MS, () => this.#tellSeconds());
  }
}

function viewOf(way: Measured): WayView {
  return way.state === 'measured' ? { ...way, bars: barsOf(way.ms) } : way;
}
