import { fail, type Result } from '../../shared/base/result.ts';
import type { WitnessAnswer, WitnessRequest } from '../../shared/consensus/messages.ts';
import type { Refusal } from '../../shared/lobby/lobby-events.ts';
import type { Rooms } from '../rooms/rooms.ts';
import type { WitnessDesk } from '../rooms/witness-desk.ts';
import type { Connection } from './connection.ts';
import type { Handlers } from './handlers.ts';

export type WitnessHandlersPorts = {
  readonly rooms: Rooms;
  readonly witness: WitnessDesk;
};

/** [L89] Handles what the consensus of a room asks its witness. */
export function makeWitnessHandlers({
  rooms,
  witness,
}: WitnessHandlersPorts): Pick<Handlers, 'room:elect' | 'room:sync'> {
  const ask = async (
    { code, visitor }: Connection,
    makeRequest: (from: number) => WitnessRequest,
  ): Promise<Result<WitnessAnswer, Refusal>> => {
    if (code === null) return fail({ code: 'NOT_MEMBER' });
    const answer = await witness.ask(visitor.connection, code, makeRequest);
    if (answer.ok && isTaken(answer.value)) await rooms.nameSequencer(visitor.connection, code);
    return answer;
  };
  return {
    'room:elect': {
      limits: (connection) => [connection.bucket('elections')],
      isUse: false,
      handle: (connection, { kind, term, mark }) =>
        ask(connection, (from) =>
          kind === 'unclean' || mark === null
            ? { type: 'unclean', from, term }
            : { type: kind, from, term, mark },
        ),
    },
    'room:sync': {
      limits: (connection) => [connection.bucket('elections')],
      isUse: false,
      handle: (connection, request) =>
        ask(connection, (from) => ({ type: 'sync', from, ...request })),
    },
  };
}

/** [L14] The witness takes the page that asked for the sequencer from now on. */
function isTaken({ type }: WitnessAnswer): boolean {
  return type === 'granted' || type === 'synced' || type === 'unclean';
}
