import { describe, expect, test } from 'vitest';
import type { ChaosKind } from '../support/chaos.ts';
import { runSoak } from '../support/soak-run.ts';

/** Every seed of the soak that ever failed, with what was wrong. */
const KEPT: readonly (readonly [seed: number, peers: number, kind: ChaosKind, what: string])[] = [
  [42, 2, 'crashes', 'a spectator that came back stayed absent'],
  [60, 2, 'crashes', 'a spectator that reloaded stayed absent'],
  [71, 2, 'crashes', 'a lost goodbye left a seat'],
  [149, 7, 'cuts', 'a newcomer asked a host that had lost its world, and never again'],
  [20, 3, 'cuts', 'a sequencer back from a stall weighed claims by the time before it'],
  [37, 6, 'crashes', 'a newcomer was sent to a host that had gone'],
  [49, 2, 'cuts', 'a silent spectator was not waited for and held newer final ticks'],
  [91, 2, 'crashes', 'an absent peer was a majority of one'],
  [185, 2, 'cuts', 'a room without a sequencer for long made more ticks final than it could fold'],
  [198, 2, 'crashes', 'a new sequencer counted as absent itself'],
  [351, 5, 'cuts', 'a sequencer back from the smaller part began a term against the larger one'],
  [468, 3, 'cuts', 'votes were cast before claims from far away came'],
  [855, 7, 'cuts', 'final ticks that differed in commands alone were taken for the same'],
  [1021, 2, 'crashes', 'two sequencers with rebuilt links never told each other'],
  [1082, 6, 'cuts', 'the lobby kept an older reign than the room had'],
  [583, 8, 'cuts', 'a stale peer asked only once for a world'],
  [2477, 2, 'cuts', 'a goodbye that a follower heard was forgotten when it took over'],
  [2921, 2, 'cuts', 'a sequencer counted as absent itself and never took it back'],
  [3337, 2, 'cuts', 'a newcomer gave up when the host left before its other links were open'],
  [3360, 2, 'crashes', "the lobby's word was taken over the head of a spectator that was heard"],
  [10011, 2, 'crashes', "a majority and the lobby's word made two sequencers in one term"],
  [10518, 4, 'crashes', "one without a link to the sequencer took the lobby's word from behind"],
  [60, 2, 'mishaps', 'a spectator followed one that had given its part away'],
  [5018, 2, 'mishaps', 'the second word of an heir deposed the one that had abdicated'],
  [5026, 2, 'mishaps', 'the word of a hidden sequencer left a second late'],
  [20065, 2, 'mishaps', 'a tab that runs now and then sent at every third run only'],
  [20117, 2, 'mishaps', 'inputs of 256 ticks ago were sent after a jump of the clock'],
  [20237, 2, 'mishaps', 'a sequencer made ticks final while claims against it were weighed'],
  [20361, 5, 'mishaps', 'votes were given up for lack of time, again and again'],
  [40058, 2, 'mishaps', "a new sequencer's first word carried the old term"],
  [40129, 3, 'mishaps', 'who had been cut off did not know the new sequencer as a member'],
  [40318, 5, 'mishaps', 'half of the room crashed, and the rest waited for it'],
  [353, 3, 'mishaps', 'a handoff that failed was waited for longer than a picture lasts'],
  [4001, 4, 'cuts', 'votes of a new term were cast by what was heard in the last'],
  [4377, 3, 'mishaps', 'the same: everybody voted for itself, term after term'],
  [4603, 4, 'mishaps', 'a snapshot of a new sequencer had the id of one of the old'],
  [6560, 2, 'crashes', 'a link that broke while the host was gone was no cut'],
  [70456, 7, 'all', 'who claimed while it counted as absent outvoted the rest for good'],
  [50639, 2, 'mishaps', "an heir began without the room's time"],
];

describe.each(KEPT.map(([seed, peers, kind, what]) => ({ seed, peers, kind, what })))(
  'seed $seed: $what',
  ({ seed, peers, kind }) => {
    test('everybody ends in the same state', { timeout: 30_000 }, () => {
      const { problems, log } = runSoak({ seed, peers, kind });
      expect({ problems, log }).toEqual({ problems: [], log });
    });
  },
);
