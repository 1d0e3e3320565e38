import type { IncomingMessage, ServerResponse } from 'node:http';
import { parsePeerId, type PeerId } from '../../shared/base/peer-id.ts';
import { parseRoomCode, type RoomCode } from '../../shared/lobby/ids.ts';
import { describeProblem } from '../describe-problem.ts';
import { answer } from '../http/answer.ts';
import type { Logger } from '../log.ts';
import type { Reported } from '../rooms/reports.ts';
import type { RoomRecord } from '../store/room-store.ts';
import { type Sample, stateOf } from './figures.ts';
import type { Metrics } from './metrics.ts';
import type { OperatorToken } from './operator-token.ts';

export type OperatorPorts = {
  readonly token: OperatorToken;
  readonly metrics: Metrics;
  readonly samples: () => readonly Sample[];
  readonly rooms: () => Promise<readonly RoomRecord[]>;
  readonly isReady: () => boolean;
  /** s since the start. */
  readonly upS: () => number;
  /** False when there is no such room. */
  readonly closeRoom: (code: RoomCode) => Promise<boolean>;
  /** [L167] Those who were reported in rooms of this server, most often first. */
  readonly reported: () => Promise<readonly Reported[]>;
  /** [L167] False when there is no such member. */
  readonly sendAway: (code: RoomCode, peer: PeerId) => Promise<boolean>;
  readonly drain: () => void;
  readonly log: Logger;
};

const METRICS = '/metrics';
const FIGURES = '/operator/figures';
const DRAIN = '/operator/drain';
const CLOSE = /^\/operator\/rooms\/(\w{1,12})\/close$/;
const SEND_AWAY = /^\/operator\/rooms\/(\w{1,12})\/members\/([\w-]{1,24})\/remove$/;
/** More than an operator reads; the newest are shown. */
const ROOMS_SHOWN = 200;
/** The same; those that were reported by most people. */
const REPORTED_SHOWN = 100;

/** [L135] The requests of the person who runs the server. Each has to show the token, and its answer is kept nowhere. */
export class OperatorDoor {
  readonly #ports: OperatorPorts;

  constructor(ports: OperatorPorts) {
    this.#ports = ports;
  }

  isFor(path: string): boolean {
    return [METRICS, FIGURES, DRAIN].includes(path) || CLOSE.test(path) || SEND_AWAY.test(path);
  }

  handle(path: string, request: IncomingMessage, response: ServerResponse): void {
    const { token, log } = this.#ports;
    const wanted = path === METRICS || path === FIGURES ? 'GET' : 'POST';
    const refused = token.refuse(request);
    // Nothing here reads a body.
    response.setHeader('Connection', 'close');
    if (refused !== 0) {
      response.setHeader('WWW-Authenticate', 'Bearer');
      answer(response, refused, refused === 401 ? 'the token is missing or wrong\n' : 'later\n');
    } else if (request.method !== wanted) {
      response.setHeader('Allow', wanted);
      answer(response, 405, 'method not allowed\n');
    } else {
      void this.#answer(path, response).catch((problem: unknown) => {
        log.error('request-failed', { problem: describeProblem(problem) });
        if (response.headersSent) response.destroy();
        else answer(response, 500, 'something went wrong\n');
      });
    }
  }

  async #answer(path: string, response: ServerResponse): Promise<void> {
    const { metrics, drain, log } = this.#ports;
    if (path === METRICS) {
      const text = await metrics.text();
      answer(response, 200, text, metrics.contentType);
    } else if (path === FIGURES) {
      answer(response, 200, JSON.stringify(await this.#figures()), 'application/json');
    } else if (path === DRAIN) {
      log.info('drained-by-operator');
      drain();
      answer(response, 200, 'draining\n');
    } else {
      await this.#changeRoom(path, response);
    }
  }

  async #changeRoom(path: string, response: ServerResponse): Promise<void> {
    const { closeRoom, sendAway, log } = this.#ports;
    const [, code, member] = SEND_AWAY.exec(path) ?? CLOSE.exec(path) ?? [];
    const [room, peer] = [parseRoomCode(code ?? ''), parsePeerId(member)];
    const isDone =
      room !== null && (await (peer === null ? closeRoom(room) : sendAway(room, peer)));
    if (isDone) log.info(peer === null ? 'room-closed-by-operator' : 'member-removed-by-operator');
    const [done, missing] =
      peer === null ? ['closed\n', 'no such room\n'] : ['removed\n', 'no such member\n'];
    answer(response, isDone ? 200 : 404, isDone ? done : missing);
  }

  async #figures(): Promise<object> {
    const rooms = await this.#ports.rooms();
    const reported = await this.#ports.reported();
    return {
      ready: this.#ports.isReady(),
      upS: this.#ports.upS(),
      memoryMb: Math.round(process.memoryUsage.rss() / 1e6),
      samples: this.#ports.samples(),
      reports: reported.slice(0, REPORTED_SHOWN).map(({ code, seat, reasons }) => ({
        code,
        // Of a member that is there, what everybody in its room reads; nothing is kept of one that left.
        member: seat === null ? null : { id: seat.id, name: seat.name },
        reasons,
      })),
      roomsInAll: rooms.length,
      rooms: rooms.slice(-ROOMS_SHOWN).map((room) => ({
        code: room.door,
        state: stateOf(room),
        members: room.seats.length,
        max: room.max,
        kind: room.quick ? 'quick' : room.access.visibility,
      })),
    };
  }
}
