import type { GameObjects, Scene } from 'phaser';
import { EVENT, type MatchEvent } from '../../shared/sim/events.ts';
import { TEAM_WAVE } from '../../shared/sim/team.ts';
import { colorNumber, COLORS, type TeamPalette } from '../settings/theme.ts';
import { BloomView } from './bloom-view.ts';
import { Particles, type ParticleSpec } from './particles.ts';
import type { Cheer } from './goal-cheer.ts';
import type { Pocket } from './goal-pocket.ts';
import { UNIT_RADIUS } from './sheet-names.ts';
import type { Tier } from './tier.ts';

/** [V38] Images there are for what flies. */
const FLYING = { high: 160, balanced: 80, low: 0 } as const satisfies Record<Tier, number>;
/** And for rings and glows, which no machine goes without. */
const LIGHTS = 24;
/** Of a goal, where everything is drawn. */
const CONFETTI = { ours: 120, theirs: 60, 'own-goal': 0 } as const satisfies Record<Cheer, number>;
/** [V55] Of the glow of posts: how bright. */
const GLOW = { ours: 1, theirs: 0.5, 'own-goal': 0 } as const satisfies Record<Cheer, number>;
const HARD_HIT = 1.2;
/** Slower contacts, in units per tick, are dribbling: they are not heard either. */
const SOFT_HIT = 0.35;
/** [V56] Dots of dust where two players meet. */
const DUST = 3;
const WHITE = colorNumber(COLORS.ball);
const CHALK = colorNumber(COLORS.line);

/** A ring or a glow: from which size to which, in times of `UNIT_RADIUS`. */
type Light = {
  readonly from: number;
  readonly to: number;
  readonly lifeMs: number;
  readonly tint: number;
  readonly alpha?: number;
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
  readonly tier: Tier;
};

/** A goal as it is to be seen. */
export type GoalBurst = {
  readonly x: number;
  readonly y: number;
  readonly team: number;
  readonly cheer: Cheer;
  /** The net that it went into; null where a map has none. */
  readonly pocket: Pick<Pocket, 'line' | 'top' | 'bottom'> | null;
};

/** The short lights of a match: kicks, contacts, walls, posts and the burst of a goal. Sounds have a twin here. */
export class EffectsView {
  readonly #flying: Particles;
  readonly #lights: Particles;
  readonly #bloom: BloomView;

  constructor(scene: Scene, world: GameObjects.Container) {
    this.#bloom = new BloomView(scene, world);
    this.#flying = new Particles(scene, world, FLYING.high);
    this.#lights = new Particles(scene, world, LIGHTS);
  }

  /** @param tier says how many may fly at once */
  retexture(spriteScale: number, tier: Tier): void {
    this.#flying.retexture(spriteScale, FLYING[tier]);
    this.#lights.retexture(spriteScale, LIGHTS);
    this.#bloom.retexture(spriteScale);
  }

  update(deltaMs: number): void {
    this.#flying.update(deltaMs);
    this.#lights.update(deltaMs);
    this.#bloom.update(deltaMs);
  }

  kick(x: number, y: number, direction: number, options: EffectsOptions): void {
    this.#ring(x, y, { from: 1, to: 2.2, lifeMs: 160, tint: WHITE });
    this.#sparks(x, y, direction, KICK_SPARKS, options);
  }

  /** [V56] A kick was let go that met nothing: a ring that closes, where that of a hit opens. */
  miss(x: number, y: number): void {
    this.#ring(x, y, { from: 1.75, to: 1.05, lifeMs: 200, tint: CHALK, alpha: 0.55 });
  }

  /** [V56] The ball met a player here, and was not kicked. */
  touch({ strength }: MatchEvent, x: number, y: number): void {
    if (strength < SOFT_HIT) return;
    const alpha = 0.3 + 0.4 * Math.min(1, strength / 6);
    this.#ring(x, y, { from: 0.25, to: 0.6, lifeMs: 140, tint: WHITE, alpha });
  }

  /** [V56] Two players met here: dust goes off to both sides; where nothing flies it glows. */
  meet({ strength }: MatchEvent, x: number, y: number, { calm, tier }: EffectsOptions): void {
    if (strength < SOFT_HIT) return;
    if (calm || tier === 'low') {
      this.#glow(x, y, { from: 0.5, to: 0.5, lifeMs: 160, tint: CHALK, alpha: 0.5 });
      return;
    }
    const turn = Math.random() * Math.PI;
    for (let index = 0; index < DUST; index += 1) {
      const angle = turn + (index * 2 * Math.PI) / DUST;
      const speed = 25 + 35 * Math.min(1, strength / 4);
      this.#flying.emit({
        ...still(x, y),
        vx: Math.cos(angle) * speed,
        vy: Math.sin(angle) * speed,
        lifeMs: 200,
        fromScale: 2 / UNIT_RADIUS,
        toScale: 3.2 / UNIT_RADIUS,
        alpha: 0.6,
        tint: CHALK,
        drag: 0.02,
      });
    }
  }

  hit(event: MatchEvent, options: EffectsOptions): void {
    if (event.strength < HARD_HIT) return;
    const isPost = event.kind === EVENT.postHit;
    const alpha = 0.7 * Math.min(1, event.strength / 6);
    const tint = isPost ? WHITE : CHALK;
    this.#glow(event.x, event.y, { from: 1.1, to: 1.4, lifeMs: 120, tint, alpha });
    if (isPost) this.#sparks(event.x, event.y, 0, POST_SPARKS, options);
  }

  save(x: number, y: number): void {
    this.#ring(x, y, { from: 0.8, to: 3.2, lifeMs: 320, tint: CHALK });
  }

  /** [V55] The first moments of a goal. */
  goal({ x, y, team, cheer, pocket }: GoalBurst, options: EffectsOptions): void {
    const { palette, calm, tier } = options;
    const tint = colorNumber(team === TEAM_WAVE ? palette.wave : palette.sun);
    const strength = GLOW[cheer];
    this.#ring(x, y, { from: 0.5, to: calm ? 4 : 11, lifeMs: calm ? 500 : 260, tint });
    if (pocket && strength > 0) {
      const post = { from: 1.5, to: 1.1, lifeMs: 1200, tint, alpha: strength };
      this.#glow(pocket.line, pocket.top, post);
      this.#glow(pocket.line, pocket.bottom, post);
    }
    if (calm) return;
    if (tier === 'high') this.#bloom.begin(x, y, tint, strength);
    const sprite = team === TEAM_WAVE ? 'chip-striped' : 'chip';
    const inward = x > 0 ? Math.PI : 0;
    const count = (CONFETTI[cheer] * FLYING[tier]) / FLYING.high;
    for (let index = 0; index < count; index += 1) {
      const angle = inward + (Math.random() - 0.5) * 2.6;
      const speed = 90 + Math.random() * 330;
      this.#flying.emit({
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

  #ring(x: number, y: number, light: Light): void {
    this.#lights.emit(shining(x, y, 'ring', light));
  }

  #glow(x: number, y: number, light: Light): void {
    this.#lights.emit(shining(x, y, 'glow', light));
  }

  #sparks(x: number, y: number, direction: number, sparks: Sparks, options: EffectsOptions): void {
    if (options.calm) return;
    const { count, spread, tint } = sparks;
    const most = (count * FLYING[options.tier]) / FLYING.high;
    for (let index = 0; index < most; index += 1) {
      const angle = direction + (Math.random() - 0.5) * spread;
      const speed = 100 + Math.random() * 140;
      this.#flying.emit({
        ...still(x, y),
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

function shining(x: number, y: number, sprite: 'ring' | 'glow', light: Light): ParticleSpec {
  const { from, to, lifeMs, tint, alpha = 0.8 } = light;
  return { ...still(x, y), sprite, lifeMs, fromScale: from, toScale: to, alpha, tint };
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
