import type { GameObjects, Scene } from 'phaser';
import { EVENT, type MatchEvent } from '../../shared/sim/events.ts';
import { TEAM_WAVE } from '../../shared/sim/team.ts';
import { colorNumber, COLORS, type TeamPalette } from '../settings/theme.ts';
import { Particles, type ParticleSpec } from './particles.ts';
import type { Cheer } from './goal-cheer.ts';
import { UNIT_RADIUS } from './sprite-sheet.ts';

/** Images there are for all effects together. */
const POOL = 120;
const CONFETTI = { ours: 70, theirs: 34, 'own-goal': 0 } as const satisfies Record<Cheer, number>;
const HARD_HIT = 1.2;
const WHITE = colorNumber(COLORS.ball);
const CHALK = colorNumber(COLORS.line);

type Ring = {
  readonly from: number;
  readonly to: number;
  readonly lifeMs: number;
  readonly tint: number;
};

type Sparks = {
  readonly count: number;
  /** Radians around the direction. */
  readonly spread: number;
  readonly tint: number;
};
const KICK_SPARKS: Sparks = { count: 6, spread: 0.9, tint: CHALK };
const POST_SPARKS: Sparks = { count: 8, spread: 2 * Math.PI, tint: WHITE };

export type EffectsOptions = {
  readonly palette: TeamPalette;
  /** Reduced motion: rings that fade, nothing that flies. */
  readonly calm: boolean;
  /** [V38] Of what flies, 0 … 1. */
  readonly share: number;
};

/** The short lights of a match: kicks, walls, posts and the burst of a goal. Sounds have a twin here. */
export class EffectsView {
  readonly #particles: Particles;

  constructor(scene: Scene, world: GameObjects.Container) {
    this.#particles = new Particles(scene, world, POOL);
  }

  retexture(spriteScale: number): void {
    this.#particles.retexture(spriteScale);
  }

  update(deltaMs: number): void {
    this.#particles.update(deltaMs);
  }

  kick(x: number, y: number, direction: number, options: EffectsOptions): void {
    this.#ring(x, y, { from: 1, to: 2.2, lifeMs: 160, tint: WHITE });
    if (!options.calm) this.#sparks(x, y, direction, KICK_SPARKS, options.share);
  }

  hit(event: MatchEvent, options: EffectsOptions): void {
    if (event.strength < HARD_HIT) return;
    const isPost = event.kind === EVENT.postHit;
    const glow = Math.min(1, event.strength / 6);
    this.#particles.emit({
      ...still(event.x, event.y),
      sprite: 'glow',
      lifeMs: 120,
      fromScale: 1.1,
      toScale: 1.4,
      alpha: 0.7 * glow,
      tint: isPost ? WHITE : CHALK,
    });
    if (isPost && !options.calm) this.#sparks(event.x, event.y, 0, POST_SPARKS, options.share);
  }

  save(x: number, y: number): void {
    this.#ring(x, y, { from: 0.8, to: 3.2, lifeMs: 320, tint: CHALK });
  }

  goal(x: number, y: number, team: number, cheer: Cheer, options: EffectsOptions): void {
    const { palette, calm, share } = options;
    const tint = colorNumber(team === TEAM_WAVE ? palette.wave : palette.sun);
    this.#ring(x, y, { from: 0.5, to: calm ? 4 : 11, lifeMs: calm ? 500 : 260, tint });
    if (calm) return;
    const sprite = team === TEAM_WAVE ? 'chip-striped' : 'chip';
    const inward = x > 0 ? Math.PI : 0;
    for (let index = 0; index < CONFETTI[cheer] * share; index += 1) {
      const angle = inward + (Math.random() - 0.5) * 2.6;
      const speed = 90 + Math.random() * 330;
      this.#particles.emit({
        sprite,
        x,
        y: y + (Math.random() - 0.5) * 60,
        vx: Math.cos(angle) * speed,
        vy: Math.sin(angle) * speed,
        lifeMs: 700 + Math.random() * 900,
        fromScale: 0.9 + Math.random() * 0.5,
        toScale: 0.7,
        alpha: 1,
        tint: index % 5 === 0 ? WHITE : tint,
        spin: (Math.random() - 0.5) * 16,
        drag: 0.14,
      });
    }
  }

  #ring(x: number, y: number, { from, to, lifeMs, tint }: Ring): void {
    const spec = { ...still(x, y), lifeMs, fromScale: from, toScale: to, alpha: 0.8, tint };
    this.#particles.emit({ ...spec, sprite: 'ring' });
  }

  #sparks(x: number, y: number, direction: number, sparks: Sparks, share: number): void {
    const { count, spread, tint } = sparks;
    for (let index = 0; index < count * share; index += 1) {
      const angle = direction + (Math.random() - 0.5) * spread;
      const speed = 100 + Math.random() * 140;
      this.#particles.emit({
        ...still(x, y),
        sprite: 'dot',
        vx: Math.cos(angle) * speed,
        vy: Math.sin(angle) * speed,
        lifeMs: 180,
        fromScale: 2.4 / UNIT_RADIUS,
        toScale: 0.6 / UNIT_RADIUS,
        alpha: 0.9,
        tint,
        drag: 0.05,
      });
    }
  }
}

function still(x: number, y: number): ParticleSpec {
  return {
    sprite: 'dot',
    x,
    y,
    vx: 0,
    vy: 0,
    lifeMs: 100,
    fromScale: 1,
    toScale: 1,
    alpha: 1,
    tint: WHITE,
    spin: 0,
    drag: 1,
  };
}
