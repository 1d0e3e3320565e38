import type { IncomingMessage, ServerResponse } from 'node:http';
import { parseRoomCode, type RoomCode } from '../../shared/lobby/ids.ts';
import { describeProblem } from '../describe-problem.ts';
import { answer } from '../http/answer.ts';
import type { Logger } from '../log.ts';
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
  readonly drain: () => void;
  readonly log: Logger;
};

const METRICS = '/metrics';
const FIGURES = '/operator/figures';
const DRAIN = '/operator/drain';
const CLOSE = /^\/operator\/rooms\/(\w{1,12})\/close$/;
/** More than an operator reads; the newest are shown. */
const ROOMS_SHOWN = 200;

/** [L135] The requests of the person who runs the server. Each has to show the token, and its answer is kept nowhere. */
export class OperatorDoor {
  readonly #ports: OperatorPorts;

  constructor(ports: OperatorPorts) {
    this.#ports = ports;
  }

  isFor(path: string): boolean {
    return path === METRICS || path === FIGURES || path === DRAIN || CLOSE.test(path);
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
    const { metrics, drain, closeRoom, log } = this.#ports;
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
      const code = parseRoomCode(CLOSE.exec(path)?.[1] ?? '');
      const isClosed = code !== null && (await closeRoom(code));
      if (isClosed) log.info('room-closed-by-operator');
      answer(response, isClosed ? 200 : 404, isClosed ? 'closed\n' : 'no such room\n');
    }
  }

  async #figures(): Promise<object> {
    const rooms = await this.#ports.rooms();
    return {
      ready: this.#ports.isReady(),
      upS: this.#ports.upS(),
      memoryMb: Math.round(process.memoryUsage.rss() / 1e6),
      samples: this.#ports.samples(),
      roomsInAll: rooms.length,
      rooms: rooms.slice(-ROOMS_SHOWN).map((room) => ({
        code: room.code,
        state: stateOf(room),
        members: room.seats.length,
        max: room.max,
        kind: room.quick ? 'quick' : room.access.visibility,
      })),
    };
  }
}
