import { EVENT, type MatchEvent } from '../../shared/sim/events.ts';
import { findMember } from '../../shared/room/room-state.ts';
import { BALL_DISC } from '../../shared/sim/match-state.ts';
import { TEAM_NONE, type Team } from '../../shared/sim/team.ts';
import type { Frame } from '../match/frame.ts';
import type { BallView } from './ball-view.ts';
import type { CameraRig } from './camera-rig.ts';
import type { EffectsOptions, EffectsView } from './effects-view.ts';
import { cheerOf, NUDGE } from './goal-cheer.ts';
import type { NetsView } from './nets-view.ts';
import { OwnMiss } from './own-miss.ts';

/** What lights up, moves or stands still for a moment when something happens. */
export type Lit = {
  readonly effects: Pick<EffectsView, 'kick' | 'miss' | 'touch' | 'meet' | 'hit' | 'save' | 'goal'>;
  readonly nets: Pick<NetsView, 'pocketAt' | 'breathe' | 'hit'>;
  readonly ball: Pick<BallView, 'squash' | 'hold'>;
  readonly camera: Pick<CameraRig, 'shake' | 'pushIn'>;
};

/** Posts that are met faster than this, in units per tick, shake the picture. */
const SHAKING = 2;
/** A ball this far from where it was hit was drawn further already, in map units: it is not taken back. */
const NEAR = 14;

/** What a person sees of each event of a match: the twin of what it hears. */
export class MatchLights {
  readonly #lit: Lit;
  readonly #miss = new OwnMiss();

  constructor(lit: Lit) {
    this.#lit = lit;
  }

  /**
   * All that happened since the last frame.
   *
   * @param radius of players and of the ball, in map units
   */
  show(
    events: readonly MatchEvent[],
    frame: Frame,
    options: EffectsOptions,
    radius: { readonly player: number; readonly ball: number },
  ): void {
    const me = frame.self === null ? undefined : findMember(frame.room, frame.self);
    const seat = me?.seat ?? null;
    for (const event of events) {
      this.#miss.see(event, seat ?? -1);
      this.#show(event, frame, options, { ...radius, team: me?.team ?? TEAM_NONE });
    }
    if (!this.#miss.follow(seat !== null && frame.isKicking(seat), frame.phase)) return;
    const own = frame.firstPlayerDisc + (seat ?? 0);
    this.#lit.effects.miss(frame.x[own] ?? 0, frame.y[own] ?? 0);
  }

  #show(event: MatchEvent, frame: Frame, options: EffectsOptions, eye: Eye): void {
    const { effects, nets, ball, camera } = this.#lit;
    switch (event.kind) {
      case EVENT.kick:
        this.#kick(event, frame, options, eye);
        return;
      case EVENT.ballTouch: {
        const disc = frame.firstPlayerDisc + event.subject;
        const share = eye.player / (eye.player + eye.ball || 1);
        const [x, y] = between(frame, disc, BALL_DISC, share);
        effects.touch(event, x, y);
        return;
      }
      case EVENT.playerHit: {
        const [x, y] = between(
          frame,
          frame.firstPlayerDisc + event.subject,
          frame.firstPlayerDisc + event.object,
          0.5,
        );
        effects.meet(event, x, y, options);
        return;
      }
      case EVENT.wallHit:
        effects.hit(event, options);
        nets.hit(event.x, event.y, event.strength);
        return;
      case EVENT.postHit:
        effects.hit(event, options);
        if (event.strength > SHAKING) camera.shake(0.25);
        if (isNear(frame, event) && !options.calm) ball.hold(event.x, event.y, event.strength);
        return;
      case EVENT.save:
        effects.save(event.x, event.y);
        return;
      case EVENT.goal: {
        const { x, y, object, strength } = event;
        const cheer = cheerOf(event, frame.room, eye.team);
        const pocket = nets.pocketAt(x, y);
        effects.goal({ x, y, team: object, cheer, pocket }, options);
        nets.breathe(x, y, strength);
        camera.shake(NUDGE[cheer].shake);
        if (NUDGE[cheer].push > 0) camera.pushIn(x, y, NUDGE[cheer].push);
        return;
      }
      default:
    }
  }

  #kick(event: MatchEvent, frame: Frame, options: EffectsOptions, eye: Eye): void {
    const { effects, ball } = this.#lit;
    const disc = frame.firstPlayerDisc + event.subject;
    const [x, y] = [frame.x[disc] ?? 0, frame.y[disc] ?? 0];
    const [ballX, ballY] = [frame.x[BALL_DISC] ?? 0, frame.y[BALL_DISC] ?? 0];
    const direction = Math.atan2(ballY - y, ballX - x);
    effects.kick(x, y, direction, options);
    if (options.calm) return;
    ball.squash(direction);
    const reach = eye.player + eye.ball + NEAR;
    if (Math.hypot(ballX - x, ballY - y) < reach) ball.hold(ballX, ballY, event.strength);
  }
}

type Eye = { readonly player: number; readonly ball: number; readonly team: Team };

/** A place on the way from one disc to another, as they are drawn. */
function between(frame: Frame, from: number, to: number, share: number): [number, number] {
  const x = frame.x[from] ?? 0;
  const y = frame.y[from] ?? 0;
  return [x + ((frame.x[to] ?? 0) - x) * share, y + ((frame.y[to] ?? 0) - y) * share];
}

function isNear(frame: Frame, { x, y }: MatchEvent): boolean {
  return Math.hypot((frame.x[BALL_DISC] ?? 0) - x, (frame.y[BALL_DISC] ?? 0) - y) < NEAR;
}
