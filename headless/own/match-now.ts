import type { World } from '../../shared/room/world.ts';
import { DISC_STRIDE, DISC_VX, DISC_VY, DISC_X, DISC_Y } from '../../shared/sim/match-state.ts';
import {
  INPUT_DOWN,
  INPUT_KICK,
  INPUT_LEFT,
  INPUT_RIGHT,
  INPUT_UP,
} from '../../shared/sim/input.ts';
import { MATCH, PAUSED, PHASE } from '../../shared/sim/match-state.ts';
import { TICK_RATE } from '../../shared/sim/tick.ts';
import { isMatchOn } from '../script/script-view.ts';
import type { Buttons, MatchNow, Motion, Score } from './room-interface.ts';

const PHASES: ReadonlyMap<number, MatchNow['phase']> = new Map([
  [PHASE.countdown, 'countdown'],
  [PHASE.kickOff, 'kick-off'],
  [PHASE.playing, 'playing'],
  [PHASE.goal, 'goal'],
  [PHASE.end, 'end'],
]);

/** The match in the words of the own interface; null in a warm-up. */
export function matchNow(world: World | null): MatchNow | null {
  if (world === null || !isMatchOn(world)) return null;
  const { ints } = world.match;
  const [clock, limit] = [ints[MATCH.clock]!, ints[MATCH.timeLimitTicks]!];
  return {
    phase: PHASES.get(ints[MATCH.phase]!) ?? 'playing',
    isPaused: ints[MATCH.pause] === PAUSED,
    score: scoreNow(world),
    seconds: clock / TICK_RATE,
    secondsLeft: limit === 0 ? null : (limit - clock) / TICK_RATE,
    goalLimit: ints[MATCH.scoreLimit]!,
  };
}

/** As it stands, or as it was in the last match. */
export function scoreNow({ match: { ints } }: World): Score {
  return { sun: ints[MATCH.sunScore]!, wave: ints[MATCH.waveScore]! };
}

/** Place and speed of a disc; null while no match is on. */
export function motionOf(world: World | null, disc: number): Motion | null {
  if (world === null || !isMatchOn(world)) return null;
  const { discs } = world.match;
  const at = disc * DISC_STRIDE;
  return {
    x: discs[at + DISC_X]!,
    y: discs[at + DISC_Y]!,
    speedX: discs[at + DISC_VX]!,
    speedY: discs[at + DISC_VY]!,
  };
}

/** @param bits the InputBits of a tick; both of two directions are none */
export function buttonsOf(bits: number): Buttons {
  const held = (bit: number): 0 | 1 => ((bits & bit) === 0 ? 0 : 1);
  return {
    x: sign(held(INPUT_RIGHT) - held(INPUT_LEFT)),
    y: sign(held(INPUT_DOWN) - held(INPUT_UP)),
    kick: held(INPUT_KICK) === 1,
  };
}

function sign(value: number): -1 | 0 | 1 {
  return value > 0 ? 1 : value < 0 ? -1 : 0;
}
