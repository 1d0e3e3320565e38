import { expect, test } from 'vitest';
import { parsePeerId } from '../../base/peer-id.ts';
import { BY_SEQUENCER, toMemberId } from '../../room/command.ts';
import { createWorld } from '../../room/world.ts';
import { MAX_SEATS } from '../../base/room-limits.ts';
import { SEATS } from '../../sim/seat.ts';
import { builtInArena } from '../../stadium/built-in/built-in-stadiums.ts';
import { RoomEngine } from './room-engine.ts';
import { ThoughtInputs } from './thought-inputs.ts';

const AHEAD = 20;
const [first, second] = [SEATS[0]!, SEATS[1]!];

/** A room of two, in seats 0 and 1; the second is away, and a bot has thought ahead for it. */
function roomWithOneAway(): { engine: RoomEngine; thoughts: ThoughtInputs } {
  const engine = new RoomEngine(createWorld('classic', builtInArena, 1), builtInArena);
  const by = BY_SEQUENCER;
  const joins = [0, 1].map((id) => {
    const peer = parsePeerId(`peer-${id}`)!;
    return { type: 'join', member: toMemberId(id), peer, name: `Name ${id}`, by } as const;
  });
  const leaves = { type: 'absent', member: toMemberId(1), absent: true, by } as const;
  engine.timeline.append(new Uint8Array(MAX_SEATS), 0, joins);
  engine.timeline.append(new Uint8Array(MAX_SEATS), 0, [leaves]);
  engine.advance(3);
  const thoughts = new ThoughtInputs();
  thoughts.advance(engine, first);
  for (let tick = engine.timeline.end; tick < AHEAD; tick++) {
    engine.hint(tick, 0, 2);
    engine.hint(tick, 1, 1);
  }
  return { engine, thoughts };
}

function knows(engine: RoomEngine, seat: number): boolean {
  return engine.hints.has(AHEAD - 1, seat);
}

test('[N56] while the person is away what the bot thought of stays', () => {
  const { engine, thoughts } = roomWithOneAway();
  engine.timeline.append(new Uint8Array(MAX_SEATS), 0, []);
  engine.advance(4);
  thoughts.advance(engine, first);
  expect([knows(engine, 0), knows(engine, 1)]).toEqual([true, true]);
});

test('[N56] once the person is back it is void, and what is known of others stays', () => {
  const { engine, thoughts } = roomWithOneAway();
  const back = { type: 'absent', member: toMemberId(1), absent: false, by: BY_SEQUENCER } as const;
  engine.timeline.append(new Uint8Array(MAX_SEATS), 0, [back]);
  engine.advance(4);
  thoughts.advance(engine, first);
  expect([knows(engine, 0), knows(engine, 1)]).toEqual([true, false]);
});

test('[N56] it is void as well where the absence was taken back, but never the own keys', () => {
  for (const own of [first, second]) {
    const { engine, thoughts } = roomWithOneAway();
    engine.takeBack(1);
    engine.advance(3);
    thoughts.advance(engine, own);
    expect(knows(engine, 1)).toBe(own === second);
  }
});
