import { fail } from '../../shared/base/result.ts';
import type { WitnessDesk } from '../rooms/witness-desk.ts';
import type { Handlers } from './handlers.ts';

/** [L89] Handles what the consensus of a room asks its witness. */
export function makeWitnessHandlers({
  witness,
}: {
  readonly witness: WitnessDesk;
}): Pick<Handlers, 'room:elect' | 'room:sync'> {
  return {
    'room:elect': {
      limits: ({ elections }) => [elections],
      async handle({ code, visitor }, { kind, term, mark }) {
        if (code === null) return fail({ code: 'NOT_MEMBER' });
        return witness.ask(visitor.connection, code, (from) =>
          kind === 'unclean' || mark === null
            ? { type: 'unclean', from, term }
            : { type: kind, from, term, mark },
        );
      },
    },
    'room:sync': {
      limits: ({ elections }) => [elections],
      async handle({ code, visitor }, request) {
        if (code === null) return fail({ code: 'NOT_MEMBER' });
        return witness.ask(visitor.connection, code, (from) => ({
          type: 'sync',
          from,
          ...request,
        }));
      },
    },
  };
}
