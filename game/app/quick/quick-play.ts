import type { IceConfig } from '../../../shared/lobby/ice-config.ts';
import type { RoomCode } from '../../../shared/lobby/ids.ts';
import type { QueueStatus } from '../../../shared/lobby/quick.ts';
import type { RoomSession } from '../../../shared/netplay/room-session.ts';
import type { MemberId, RoomRequest } from '../../../shared/room/command.ts';
import { findMember, peopleIn } from '../../../shared/room/room-state.ts';
import { peopleOf } from '../../../shared/room/places.ts';
import { isStopped } from '../../../shared/room/world.ts';
import { MATCH, PHASE } from '../../../shared/sim/match-state.ts';
import { otherTeam, TEAM_NONE } from '../../../shared/sim/team.ts';
import { ProbeAnswerer } from '../../net/list/probe-answerer.ts';
import type { PublicChannel } from '../../net/lobby/public-channel.ts';
import type { RoomChannel } from '../../net/lobby/room-channel.ts';
import { pageTimers } from '../../time/timers.ts';
import type { QuickView } from '../../ui/model/view-model.ts';
import { isSplit, nextRequests, type QuickSplit, restS } from './next-requests.ts';
import type { OwnSkill } from './own-skill.ts';

/** What quick match needs of the lobby. `LobbyClient` is one. */
export type QueueChannel = Pick<RoomChannel, 'watchRoom'> & {
  /** [L115] What the lobby said last. */
  readonly queue: QueueStatus | null;
  /** [L134] For measuring ways. */
  readonly line: PublicChannel;
};

export type QuickPlayPorts = {
  readonly lobby: QueueChannel;
  readonly code: RoomCode;
  readonly ice: () => IceConfig;
  readonly skill: Pick<OwnSkill, 'count'>;
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
  /** [L134] As the host's page this one answers for the room. */
  readonly #answerer: ProbeAnswerer;
  readonly #benched = new Set<MemberId>();
  #split: QuickSplit | null = null;
  #isCounted = true;
  #lookedMs = Number.NEGATIVE_INFINITY;
  #hadTeam = false;
  #view: QuickView = { searching: 1, playing: 0, isAlone: true, nextS: null };

  constructor(ports: QuickPlayPorts) {
    this.#ports = ports;
    this.#stop = ports.lobby.watchRoom({
      onRoom: () => {},
      onSignal: () => {},
      onEnd: () => {},
      onMatch: ({ code, sun, wave }) => {
        if (code === ports.code) this.#split = sun.length > 0 ? { sun, wave } : null;
        // A person may have come here meanwhile.
        if (code !== ports.code && this.#isAlone) ports.onElsewhere(code);
      },
    });
    this.#answerer = new ProbeAnswerer(ports.lobby.line, ports.ice, pageTimers);
  }

  /** Every tick: asks for what is due. What there is to show; the same object while that is the same. */
  follow(nowMs: number): QuickView {
    if (nowMs - this.#lookedMs >= LOOK_EVERY_MS) {
      this.#lookedMs = nowMs;
      this.#ask();
      this.#count();
      this.#show();
    }
    return this.#view;
  }

  close(): void {
    this.#answerer.close();
    this.#stop();
  }

  get #isAlone(): boolean {
    return peopleIn(this.#ports.session.world.room).length < 2;
  }

  #ask(): void {
    const { session } = this.#ports;
    const { self, world } = session;
    if (self === null) return;
    if (
      this.#split !== null &&
      isStopped(world) &&
      isSplit(world.room, this.#split, this.#benched)
    ) {
      this.#split = null;
      this.#benched.clear();
    }
    const page = { id: self, hadTeam: this.#hadTeam, split: this.#split, benched: this.#benched };
    for (const request of nextRequests(world, page)) {
      if (session.wishes.open.some((open) => isSame(open, request))) continue;
      if (request.type === 'team' && request.team === TEAM_NONE) this.#benched.add(request.member);
      session.request(request);
    }
    const me = findMember(world.room, self);
    this.#hadTeam ||= me !== undefined && me.team !== TEAM_NONE;
  }

  /** [L112] Once for each result against people. */
  #count(): void {
    const { session, skill } = this.#ports;
    const { self, world } = session;
    const { ints } = world.match;
    const isOver = ints[MATCH.phase] === PHASE.end;
    const wasCounted = this.#isCounted;
    this.#isCounted = isOver || isStopped(world);
    const me = self === null ? undefined : findMember(world.room, self);
    if (!isOver || wasCounted || me === undefined || me.team === TEAM_NONE) return;
    if (peopleOf(world.room, otherTeam(me.team)) === 0) return;
    const winner = ints[MATCH.winner];
    skill.count(winner === TEAM_NONE ? 0.5 : winner === me.team ? 1 : 0);
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
