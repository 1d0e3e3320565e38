import type { Result } from '../../shared/base/result.ts';
import type { Refusal } from '../../shared/lobby/lobby-events.ts';
import { REQUESTS, type Request, type RequestName } from '../../shared/lobby/lobby-events.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import { readWith } from '../../shared/lobby/read-with.ts';
import { describeProblem } from '../describe-problem.ts';
import type { Logger } from '../log.ts';
import type { Timers } from '../timers.ts';
import type { Connection } from './connection.ts';
import type { Counters } from './counters.ts';
import type { Handler, Handlers } from './handlers.ts';

export type DispatchPorts = {
  readonly handlers: Handlers;
  readonly timers: Timers;
  readonly counters: Counters;
  readonly log: Logger;
  /** A member of this room asked for something that made sense. */
  readonly onHeard: (code: RoomCode) => void;
  /** [L153] Hands to another node what is its affair, and leaves the rest to `handle`. */
  readonly carry?: Carry | undefined;
  /** Ends a connection that sent too much nonsense. */
  readonly expel: (connection: Connection) => void;
};

export type Carry = (
  connection: Connection,
  name: RequestName,
  request: object,
  handle: () => Promise<Answered>,
) => Promise<Answered>;

type Answered = Result<object, Refusal>;

type Acknowledge = (reply: object) => void;

/**
 * [L20] The only way from a socket's message to a handler: is there a way to answer, if one is needed → flood → parse
 * → limits → handle → answer once → count. Whatever arrives, this neither throws nor hangs.
 */
export class Dispatch {
  readonly #ports: DispatchPorts;

  constructor(ports: DispatchPorts) {
    this.#ports = ports;
  }

  /** `message` is all that came with the event, the acknowledgement at its end included. */
  receive(connection: Connection, event: unknown, message: readonly unknown[]): void {
    // Messages that came in one packet with what it was expelled for.
    if (connection.closed) return;
    const { timers } = this.#ports;
    const last = message.at(-1);
    const isAsked = isAcknowledge(last);
    const acknowledge = isAsked ? last : this.#silenceFor(event);
    if (acknowledge === null) {
      this.#count(event, 'NO_ACK');
      this.#strike(connection);
      return;
    }
    const floodMs = connection.bucket('events').take(timers.now());
    if (floodMs > 0) {
      this.#refuse(event, acknowledge, { code: 'RATE_LIMITED', retryMs: floodMs });
      this.#strike(connection);
      return;
    }
    const isWhole = message.length === (isAsked ? 2 : 1) && isRequestName(event);
    const request = isWhole ? readWith(REQUESTS[event], message[0]) : null;
    if (request === null) {
      this.#refuse(event, acknowledge, { code: 'BAD_REQUEST' });
      this.#strike(connection);
      return;
    }
    const name = event as RequestName;
    const run = (): Promise<void> => this.#run(connection, name, request, acknowledge);
    if (this.#ports.handlers[name].isPost === true) void run();
    else void connection.inTurn(run);
  }

  /** What came of a request that may be handled. */
  async handle(connection: Connection, name: RequestName, request: object): Promise<Answered> {
    // The table pairs each name with the handler of just its requests.
    const handler = this.#ports.handlers[name] as unknown as Handler<RequestName>;
    const outcome = await handler.handle(connection, request as Request<RequestName>);
    if (handler.isUse !== false && connection.code !== null) this.#ports.onHeard(connection.code);
    return outcome;
  }

  isPost(name: RequestName): boolean {
    return this.#ports.handlers[name].isPost === true;
  }

  async #run(
    connection: Connection,
    name: RequestName,
    request: object,
    acknowledge: Acknowledge,
  ): Promise<void> {
    const { handlers, timers, log } = this.#ports;
    try {
      for (const bucket of handlers[name].limits(connection)) {
        const waitMs = bucket.take(timers.now());
        if (waitMs > 0) {
          this.#refuse(name, acknowledge, { code: 'RATE_LIMITED', retryMs: waitMs });
          return;
        }
      }
      const { carry } = this.#ports;
      const handle = () => this.handle(connection, name, request);
      const outcome = await (carry ? carry(connection, name, request, handle) : handle());
      if (!outcome.ok) {
        this.#refuse(name, acknowledge, outcome.error);
        return;
      }
      this.#count(name, 'OK');
      acknowledge({ ok: true, value: outcome.value });
    } catch (problem) {
      log.error('handler-failed', { request: name, problem: describeProblem(problem) });
      this.#refuse(name, acknowledge, { code: 'INTERNAL' });
    }
  }

  /** Null where no honest game asks without wanting to know. */
  #silenceFor(event: unknown): Acknowledge | null {
    if (!isRequestName(event)) return null;
    return this.#ports.handlers[event].isPost === true ? () => {} : null;
  }

  #refuse(event: unknown, acknowledge: Acknowledge, refusal: Refusal): void {
    this.#count(event, refusal.code);
    acknowledge({ ok: false, ...refusal });
  }

  #strike(connection: Connection): void {
    if (!connection.strike(this.#ports.timers.now())) return;
    this.#ports.counters.add('ended/EXPELLED');
    this.#ports.expel(connection);
  }

  /** Unknown events share one name: strangers must not be able to fill the table. */
  #count(event: unknown, code: string): void {
    this.#ports.counters.add(`${isRequestName(event) ? event : 'unknown'}/${code}`);
  }
}

function isAcknowledge(value: unknown): value is Acknowledge {
  return typeof value === 'function';
}

function isRequestName(event: unknown): event is RequestName {
  return typeof event === 'string' && Object.hasOwn(REQUESTS, event);
}
