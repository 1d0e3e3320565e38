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
