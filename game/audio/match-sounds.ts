import { EVENT, type MatchEvent } from '../../shared/sim/events.ts';
import type { SoundCue } from './mixer.ts';
import type { SoundName } from './sound-bank.ts';

/** The person that hears. */
export type Listener = {
  /** -1 for spectators. */
  readonly seat: number;
  /** 0 for spectators. */
  readonly team: number;
  /** Half the width of the pitch: its edges are as far left and right as it gets. */
  readonly halfWidth: number;
};

const PAN_MAX = 0.6;
/** Units per tick that sound as loud as it gets. */
const LOUD_HIT = 6;
/** Slower contacts, such as dribbling, make no sound. */
const QUIET_HIT = 0.35;
/** A kick that gives the ball less speed than this is a touch. */
const FULL_KICK = 4;

/** Which sound an event makes, if any. */
export function soundOf(event: MatchEvent, listener: Listener): SoundCue | null {
  const pan = clamp(event.x / listener.halfWidth, -1, 1) * PAN_MAX;
  switch (event.kind) {
    case EVENT.kick:
      return cue(event.strength >= FULL_KICK ? 'kick_full' : 'kick_light', 1, pan);
    case EVENT.ballTouch:
      return hit('ball_disc', event.strength, pan);
    case EVENT.wallHit:
      return hit('ball_wall', event.strength, pan);
    case EVENT.postHit:
      return hit('ball_post', event.strength, pan);
    case EVENT.playerHit:
      return hit('disc_disc', event.strength, pan);
    case EVENT.goal:
      return { ...cue(goalSound(event, listener), 1, pan / 2), bus: 'goals' };
    case EVENT.kickOff:
      return cue('whistle_start', 0.7, 0);
    case EVENT.save:
      return cue('save', 0.8, pan);
    case EVENT.countdown:
      return cue('tick3', 1, 0);
    case EVENT.play:
      // Only one that nobody gave, and that is free now.
      return event.object === 1 ? cue('whistle_start', 0.5, 0) : null;
    case EVENT.end:
      return cue(endSound(event, listener), 1, 0);
    default:
      return null;
  }
}

function goalSound(event: MatchEvent, listener: Listener): SoundName {
  if (listener.team === 0 || event.object === listener.team) return 'goal_us';
  return event.subject === listener.seat ? 'own_goal' : 'goal_them';
}

function endSound(event: MatchEvent, listener: Listener): SoundName {
  if (listener.team === 0 || event.object === 0) return 'whistle_end';
  return event.object === listener.team ? 'win' : 'lose';
}

function hit(name: SoundName, strength: number, pan: number): SoundCue | null {
  if (strength < QUIET_HIT) return null;
  return cue(name, clamp(strength / LOUD_HIT, 0.08, 1), pan);
}

function cue(name: SoundName, gain: number, pan: number): SoundCue {
  return { name, bus: 'effects', gain, pan };
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}
