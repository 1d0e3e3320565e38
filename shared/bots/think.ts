import { INPUT_KICK, type InputBits, NEUTRAL_INPUT, toInputBits } from '../sim/input.ts';
import { DISC_X, DISC_Y, PHASE } from '../sim/match-state.ts';
import type { Seat } from '../sim/seat.ts';
import { TEAM_SUN, TEAM_WAVE } from '../sim/team.ts';
import { KICK_REACH } from '../sim/tuning.ts';
import { type BotMemory, SENT_TICKS, STATE } from './bot-memory.ts';
import type { BotView } from './bot-view.ts';
import { decide } from './brain.ts';
import { foresee } from './foresight.ts';
import { wantsKick } from './kicking.ts';
import { followForm } from './match-me.ts';
import { spareOwnGoal } from './own-goal.ts';
import { rehearse } from './unstick.ts';
import type { Pitch } from './sensorium/pitch.ts';
import { copyScene, discOf, type Scene } from './sensorium/scene.ts';
import { mayMeet } from './sensorium/ways.ts';
import { steer } from './steering.ts';
import { PLAN_TICKS, planTeam } from './team-plan.ts';

/** The ball stands while it is this near to where it was, in map units: a third of its width. */
const STILL = 6;
/** The ball stood for so long, in ticks, when a bot begins to think about how to free it. */
const REHEARSE_TICKS = 8;

/**
 * What a bot holds in `tick`: the same for the same view, memory and tick, on every machine. It
 * rests on nothing newer than `level.reaction` ticks ago, and on what the bot itself did since.
 */
export function think(view: BotView, seat: Seat, tick: number, memory: BotMemory): InputBits {
  const { pitch } = view;
  if (!pitch) return NEUTRAL_INPUT;
  const seen = view.at(tick - memory.level.reaction);
  if (memory.form) memory.level = followForm(memory.form, seen, seen.teams[seat]!);
  const bits = mayPlay(seen, seat) ? act(view, seat, tick, memory) : wait(memory, tick);
  memory.sent[tick & (SENT_TICKS - 1)] = bits;
  return bits;
}

function wait(memory: BotMemory, tick: number): InputBits {
  memory.state = STATE.wait;
  memory.way = 0;
  memory.stillSince = tick;
  memory.restUntil = 0;
  return NEUTRAL_INPUT;
}

function act(view: BotView, seat: Seat, tick: number, memory: BotMemory): InputBits {
  const { scene, level } = memory;
  const pitch = view.pitch!;
  const seen = view.at(tick - level.reaction);
  noticeStill(memory, seen, tick);
  // The seat shifts the rhythm, so that two bots never move as one.
  const decides = (tick + seat * 4) % level.decide === 0;
  if (!decides && tick % PLAN_TICKS !== 0 && !minds(pitch, seat, memory, seen, tick)) {
    memory.hadChance = false;
    return toInputBits(memory.way);
  }
  copyScene(seen, scene);
  foresee(pitch, memory, seat, tick);
  const team = scene.teams[seat] === TEAM_SUN ? TEAM_SUN : TEAM_WAVE;
  planTeam(memory.plan, pitch, scene, team);
  if (memory.state === STATE.unstick || tick - memory.stillSince > REHEARSE_TICKS) {
    rehearse(pitch, seat, memory);
  }
  if (decides) {
    decide(pitch, seat, team, tick, memory);
    memory.way = chooseWay(pitch, seat, team, tick, memory);
  }
  const before = memory.sent[(tick - 1) & (SENT_TICKS - 1)]!;
  // A kick that was held and did not come off is let go, to be pressed again.
  const canPress = (before & INPUT_KICK) === 0;
  const kicks = wantsKick(pitch, seat, team, tick, memory) && canPress;
  if (kicks) memory.restUntil = tick + level.rest;
  return toInputBits(memory.way | (kicks ? INPUT_KICK : 0));
}

/** The keys that lead where the bot wants to be, or else: that spare its own goal. */
function chooseWay(pitch: Pitch, seat: Seat, team: 1 | 2, tick: number, memory: BotMemory): number {
  const { scene, state } = memory;
  const frees = state === STATE.unstick;
  const rests = tick < memory.restUntil && !frees;
  const wanted = rests
    ? 0
    : steer(scene.discs, discOf(seat), memory.spot, memory.brake, memory.way);
  return frees ? wanted : spareOwnGoal(pitch, seat, team, wanted, memory);
}

/** A seat plays while the match is on, or when its team kicks off. */
function mayPlay(seen: Scene, seat: Seat): boolean {
  if (seen.teams[seat] === 0) return false;
  if (seen.phase === PHASE.kickOff) return seen.kickOffTeam === seen.teams[seat];
  return isPlay(seen.phase);
}

/** The ball is there for all: in a match, or before one. */
function isPlay(phase: number): boolean {
  return phase === PHASE.playing || phase === PHASE.warmUp;
}

/** Is the ball so near, or does it stand for so long, that what happens in this very tick matters? */
function minds(pitch: Pitch, seat: Seat, memory: BotMemory, seen: Scene, tick: number): boolean {
  if (memory.state === STATE.unstick || tick - memory.stillSince > REHEARSE_TICKS) return true;
  return mayMeet(pitch, seen.discs, discOf(seat), tick - seen.tick, KICK_REACH);
}

/** Since when the ball is where it is. */
function noticeStill(memory: BotMemory, scene: Scene, tick: number): void {
  const { still } = memory;
  const dx = scene.discs[DISC_X]! - still.x;
  const dy = scene.discs[DISC_Y]! - still.y;
  if (isPlay(scene.phase) && dx * dx + dy * dy < STILL * STILL) return;
  still.x = scene.discs[DISC_X]!;
  still.y = scene.discs[DISC_Y]!;
  memory.stillSince = tick;
}
