import type { GameObjects, Scene } from 'phaser';
import { SPRITES } from './sheet-names.ts';
import type { SpriteName } from './sprite-sheet.ts';

/** How a particle lives. Places and speeds in map units and seconds. */
export type ParticleSpec = {
  readonly sprite: SpriteName;
  readonly x: number;
  readonly y: number;
  readonly vx: number;
  readonly vy: number;
  readonly lifeMs: number;
  readonly fromScale: number;
  readonly toScale: number;
  readonly alpha: number;
  readonly tint: number;
  /** Radians a second. */
  readonly spin: number;
  /** Share of the speed that is left after a second. */
  readonly drag: number;
};

type Particle = {
  readonly image: GameObjects.Image;
  spec: ParticleSpec | null;
  x: number;
  y: number;
  vx: number;
  vy: number;
  ageMs: number;
};

/** A fixed number of images that take turns: effects never allocate pictures. */
export class Particles {
  readonly #particles: readonly Particle[];
  #next = 0;
  #most: number;
  #spriteScale = 1;

  constructor(scene: Scene, world: GameObjects.Container, count: number) {
    this.#particles = Array.from({ length: count }, () => {
      const image = scene.add.image(0, 0, SPRITES, 'dot').setVisible(false);
      world.add(image);
      return { image, spec: null, x: 0, y: 0, vx: 0, vy: 0, ageMs: 0 };
    });
    this.#most = count;
  }

  /** @param most of them that are in use from now on */
  retexture(spriteScale: number, most: number): void {
    this.#spriteScale = spriteScale;
    this.#most = Math.min(most, this.#particles.length);
    this.#next = 0;
    for (const particle of this.#particles) {
      particle.image.setTexture(SPRITES, 'dot').setVisible(false);
      particle.spec = null;
    }
  }

  /** The oldest particle gives way when all are in use. */
  emit(spec: ParticleSpec): void {
    if (this.#most === 0) return;
    const particle = this.#particles[this.#next]!;
    this.#next = (this.#next + 1) % this.#most;
    particle.spec = spec;
    particle.x = spec.x;
    particle.y = spec.y;
    particle.vx = spec.vx;
    particle.vy = spec.vy;
    particle.ageMs = 0;
    particle.image.setFrame(spec.sprite).setTint(spec.tint).setRotation(0).setVisible(true);
  }

  update(deltaMs: number): void {
    const seconds = deltaMs / 1000;
    for (const particle of this.#particles) {
      const { spec, image } = particle;
      if (!spec) continue;
      particle.ageMs += deltaMs;
      const age = particle.ageMs / spec.lifeMs;
      if (age >= 1) {
        particle.spec = null;
        image.setVisible(false);
        continue;
      }
      const keep = spec.drag ** seconds;
      particle.vx *= keep;
      particle.vy *= keep;
      particle.x += particle.vx * seconds;
      particle.y += particle.vy * seconds;
      image
        .setPosition(particle.x, particle.y)
        .setAlpha(spec.alpha * (1 - age * age))
        .setScale(this.#spriteScale * (spec.fromScale + (spec.toScale - spec.fromScale) * age));
      if (spec.spin !== 0) image.setRotation(image.rotation + spec.spin * seconds);
    }
  }
}
