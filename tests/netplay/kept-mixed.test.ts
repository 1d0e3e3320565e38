import { testKept } from '../simulation/test-kept.ts';

/** Seeds that failed once; many are from before consensus decided. */
testKept([
  [70456, 7, 'all', 'who claimed while it counted as absent outvoted the rest for good'],
  [155, 6, 'all', 'an absent member voted in an election that it was no part of'],
  [31124, 2, 'all', 'a sequencer that had stalled took its own lag for six seconds of silence'],
  [31615, 2, 'all', 'one that was offline counted for all while the other loaded its page'],
  [41426, 2, 'all', 'a sequencer began a term of its own accord that somebody else was given'],
  [51974, 2, 'all', 'a room began anew while the one who had the match was offline'],
  [52055, 3, 'all', 'one that everybody wanted was no majority to the lobby'],
  [61446, 2, 'all', 'a sequencer whose picture was far ahead of the timeline stood still'],
  [61492, 2, 'all', 'of several checkpoints that became final at once only one was compared'],
  [62124, 2, 'all', 'the only world left was with somebody whose joining was not final'],
  [81629, 2, 'all', 'checkpoints long before the newest were compared by nobody'],
  [76184, 3, 'all', 'somebody went back to its sequencer after it had voted for another'],
  [76799, 3, 'all', 'a sequencer that stood for election was not waited for'],
  [4320, 4, 'all', 'whom the lobby named after a goodbye had missed what was final'],
  [40088, 3, 'all', 'the vote of a newcomer made a majority of one who was cut off'],
  [41921, 3, 'all', 'who lacked three final ticks took over when both that had them were gone'],
  [104394, 8, 'all', 'the same, behind a stall'],
  [
    81149,
    2,
    'changes',
    'a host that came back empty did not wait for one who had the match and lost its link',
  ],
  [40504, 2, 'all', 'one that the others had gone on without went on beside them behind a crash'],
  [40236, 5, 'idle', 'a bot held keys for the ticks before its person was found idle'],
  [262, 3, 'mishaps', 'a packet that overtook others made the usual way look like a queue'],
  [
    20183,
    7,
    'slow',
    'an input was played again behind the tick of a configuration that had ended it',
  ],
]);
