import { expect, test } from 'vitest';
import { RecordedMatch } from '../../tests/simulation/recorded-match.ts';
import { stepWorld } from '../room/step-world.ts';
import { cloneWorld, hashWorld } from '../room/world.ts';
import { EventBuffer } from '../sim/events.ts';
import { NEUTRAL_INPUT } from '../sim/input.ts';
import { BALL_DISC, DISC_STRIDE, DISC_X } from '../sim/match-state.ts';
import { type Seat, SEATS } from '../sim/seat.ts';
import { builtInArena } from '../stadium/built-in/built-in-stadiums.ts';
import { RecordedHands } from './recorded-hands.ts';
import { ReplayTrack } from './replay-track.ts';

const MOMENT = 300;
const PLAYERS = SEATS.slice(0, 4);

/** Another match that leaves the recording at that moment. */
function leave() {
  const recorded = new RecordedMatch(4, 3);
  recorded.request({ type: 'start' });
  recorded.run(1500);
  const track = ReplayTrack.open(recorded.recorder.take('match', 0)!, builtInArena)!;
  track.readOn(track.length);
  const world = cloneWorld(track.at(MOMENT).world);
  const hands = new RecordedHands(track.at(MOMENT));
  const events = new EventBuffer();
  const inputs = new Uint8Array(SEATS.length);
  /** Seats that still have their recording; those without it hold nothing. */
  function step(own: Seat | null = null): Seat[] {
    hands.follow(world);
    const followed = PLAYERS.filter((seat) => hands.bits(seat) !== null);
    for (const seat of PLAYERS) {
      inputs[seat] = seat === own ? NEUTRAL_INPUT : (hands.bits(seat) ?? NEUTRAL_INPUT);
    }
    stepWorld(world, inputs, [], builtInArena, events);
    hands.goOn();
    return followed;
  }
  return { track, world, step };
}

test('[V12] as long as nobody does anything else the match is the recorded one', () => {
  const { track, world, step } = leave();
  for (let tick = 0; tick < 300; tick++) expect(step()).toEqual(PLAYERS);
  expect(hashWorld(world)).toBe(hashWorld(track.at(MOMENT + 300).world));
});

test('[V12] a ball that lies elsewhere ends the recordings of all, for good', () => {
  const { world, step } = leave();
  expect(step()).toEqual(PLAYERS);
  const at = BALL_DISC * DISC_STRIDE + DISC_X;
  const x = world.match.discs[at]!;
  world.match.discs[at] = x + 40;
  expect(step()).toEqual([]);
  world.match.discs[at] = x;
  expect(step()).toEqual([]);
});

test('[V12] a disc that was pushed away loses its own recording alone', () => {
  const { world, step } = leave();
  const seat = SEATS[2]!;
  const disc = world.arena.firstPlayerDisc + seat;
  world.match.discs[disc * DISC_STRIDE + DISC_X]! += 20;
  expect(step()).toEqual(PLAYERS.filter((one) => one !== seat));
});

test('[V12] behind the end of the recording nobody follows it', () => {
  const { track, step } = leave();
  for (let tick = MOMENT; tick < track.length; tick++) expect(step()).toEqual(PLAYERS);
  expect(step()).toEqual([]);
});
