import type { RoomCode } from '../../../shared/lobby/ids.ts';
import type { QueueStatus } from '../../../shared/lobby/quick.ts';
import type { RoomSession } from '../../../shared/netplay/room-session.ts';
import type { RoomRequest } from '../../../shared/room/command.ts';
import { findMember, peopleIn } from '../../../shared/room/room-state.ts';
import { TEAM_NONE } from '../../../shared/sim/team.ts';
import type { RoomChannel } from '../../net/lobby/room-channel.ts';
import type { QuickView } from '../../ui/model/view-model.ts';
import { nextRequests, restS } from './next-requests.ts';

/** What quick match needs of the lobby. `LobbyClient` is one. */
export type QueueChannel = Pick<RoomChannel, 'watchRoom'> & {
  /** [L115] What the lobby said last. */
  readonly queue: QueueStatus | null;
};

export type QuickPlayPorts = {
  readonly lobby: QueueChannel;
  readonly code: RoomCode;
  readonly session: Pick<RoomSession, 'self' | 'world' | 'wishes' | 'request'>;
  /** [L114] The lobby found company, in another room. */
  readonly onElsewhere: (code: RoomCode) => void;
};

/** An answer takes a round trip to the sequencer. */
const LOOK_EVERY_MS = 250;

/** What a page does by itself in a quick room: nobody there is asked to be ready, and nobody waits for a host. */
export class QuickPlay {
  readonly #ports: QuickPlayPorts;
  readonly #stop: () => void;
  #lookedMs = Number.NEGATIVE_INFINITY;
  #hadTeam = false;
  #view: QuickView = { searching: 1, playing: 0, isAlone: true, nextS: null };

  constructor(ports: QuickPlayPorts) {
    this.#ports = ports;
    this.#stop = ports.lobby.watchRoom({
      onRoom: () => {},
      onSignal: () => {},
      onEnd: () => {},
      onMatch: ({ code }) => {
        // A person may have come here meanwhile.
        if (code !== ports.code && this.#isAlone) ports.onElsewhere(code);
      },
    });
  }

  /** Every tick: asks for what is due. What there is to show; the same object while that is the same. */
  follow(nowMs: number): QuickView {
    if (nowMs - this.#lookedMs >= LOOK_EVERY_MS) {
      this.#lookedMs = nowMs;
      this.#ask();
      this.#show();
    }
    return this.#view;
  }

  close(): void {
    this.#stop();
  }

  get #isAlone(): boolean {
    return peopleIn(this.#ports.session.world.room).length < 2;
  }

  #ask(): void {
    const { session } = this.#ports;
    const { self, world } = session;
    if (self === null) return;
    for (const request of nextRequests(world, { id: self, hadTeam: this.#hadTeam })) {
      if (!session.wishes.open.some((open) => isSame(open, request))) session.request(request);
    }
    const me = findMember(world.room, self);
    this.#hadTeam ||= me !== undefined && me.team !== TEAM_NONE;
  }

  #show(): void {
    const { lobby, session } = this.#ports;
    const { searching, playing } = lobby.queue ?? this.#view;
    const view = { searching, playing, isAlone: this.#isAlone, nextS: restS(session.world) };
    const keys = ['searching', 'playing', 'isAlone', 'nextS'] as const;
    if (keys.some((key) => view[key] !== this.#view[key])) this.#view = view;
  }
}

function isSame(open: RoomRequest, request: RoomRequest): boolean {
  return open.type === request.type;
}
