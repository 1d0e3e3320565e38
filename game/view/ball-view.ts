import type { GameObjects, Scene } from 'phaser';
import { BALL_DISC } from '../../shared/sim/match-state.ts';
import { TEAM_NONE, TEAM_SUN } from '../../shared/sim/team.ts';
import type { Frame } from '../match/frame.ts';
import { colorNumber, COLORS, type TeamPalette } from '../settings/theme.ts';
import { type ShownDisc, shownDisc } from './disc-change.ts';
import { SPRITES, UNIT_RADIUS } from './sheet-names.ts';

const GHOSTS = 10;
/** Time between two ghosts of the trail. */
const GHOST_MS = 14;
/** Units per tick: slower than this share of the top there is no trail. */
const TOP_SPEED = 6.5;
const TRAIL_FROM = 0.4;
const TRAIL_ALPHA = 0.55;
const SQUASH_MS = 70;
const SQUASH_LONG = 1.18;
const SQUASH_SHORT = 0.85;
/** [V57] How long the ball is held where it was hit: by a hit that is just hard, and by the hardest. */
const HOLD_MS = { least: 60, most: 80 };
/** And how long it takes to be where it is again. */
const RELEASE_MS = 60;
/** Units per tick: softer hits hold nothing, and one of so much more holds longest. */
const HOLD_FROM = 4;
const HOLD_RANGE = 3;
/** A jump further than this is a kick-off: no trail across the pitch. */
const JUMP_UNITS = 50;

/** The ball, the ghosts behind it, and what it shows of a hit: it is squeezed, and held for a moment. */
export class BallView {
  readonly #ball: GameObjects.Image;
  readonly #ghosts: readonly GameObjects.Image[];
  readonly #x = new Float64Array(GHOSTS);
  readonly #y = new Float64Array(GHOSTS);
  #newest = 0;
  #sinceGhostMs = 0;
  #scale = 1;
  #enlarged = 1;
  #own: { readonly radius: number; readonly color: number | null } = { radius: 10, color: null };
  /** [V33] */
  #shown: ShownDisc | null = null;
  #discs: Frame['room']['discs'] | null = null;
  #squashMs = 0;
  /** [V57] Time since it was held, how long that lasts, and where; the picture alone is held. */
  #heldMs = Number.POSITIVE_INFINITY;
  #holdMs = 0;
  #holdX = 0;
  #holdY = 0;
  #hasTrail = true;

  constructor(scene: Scene, world: GameObjects.Container) {
    this.#ghosts = Array.from({ length: GHOSTS }, () => {
      const ghost = scene.add.image(0, 0, SPRITES, 'dot').setVisible(false);
      world.add(ghost);
      return ghost;
    });
    this.#ball = scene.add.image(0, 0, SPRITES, 'ball');
    world.add(this.#ball);
  }

  /** Reduced motion, slow machines and balls that are hidden go without. */
  set trail(on: boolean) {
    this.#hasTrail = on;
  }

  /**
   * @param color null: some stadiums hide their ball
   * @param enlarged a giant's picture is smaller than the ball by this
   */
  retexture(spriteScale: number, radius: number, color: number | null, enlarged: number): void {
    this.#scale = spriteScale;
    this.#enlarged = enlarged;
    this.#own = { radius, color };
    this.#discs = null;
    this.#ball.setTexture(SPRITES, 'ball').setScale(spriteScale * enlarged);
    for (const ghost of this.#ghosts) ghost.setTexture(SPRITES, 'dot');
  }

  squash(direction: number): void {
    this.#squashMs = SQUASH_MS;
    this.#ball.setRotation(direction);
  }

  /**
   * [V57] Keeps the picture of the ball where it was hit for 60 … 80 ms: the match knows nothing of it.
   *
   * @param strength of the hit, in units per tick
   */
  hold(x: number, y: number, strength: number): void {
    if (strength < HOLD_FROM || this.#heldMs < this.#holdMs + RELEASE_MS) return;
    const share = Math.min(1, (strength - HOLD_FROM) / HOLD_RANGE);
    this.#holdMs = HOLD_MS.least + (HOLD_MS.most - HOLD_MS.least) * share;
    this.#heldMs = 0;
    this.#holdX = x;
    this.#holdY = y;
  }

  draw(frame: Frame, deltaMs: number, palette: TeamPalette): void {
    const held = this.#held(frame, deltaMs);
    const ballX = frame.x[BALL_DISC] ?? 0;
    const ballY = frame.y[BALL_DISC] ?? 0;
    const x = ballX + (this.#holdX - ballX) * held;
    const y = ballY + (this.#holdY - ballY) * held;
    if (frame.room.discs !== this.#discs) this.#show(frame.room);
    this.#ball.setPosition(x, y);
    this.#squashMs = Math.max(0, this.#squashMs - deltaMs);
    const squash = this.#squashMs / SQUASH_MS;
    const scale = this.#scale * this.#enlarged * this.#growth;
    this.#ball.setScale(
      scale * (1 + (SQUASH_LONG - 1) * squash),
      scale * (1 + (SQUASH_SHORT - 1) * squash),
    );
    this.#remember(x, y, deltaMs);
    this.#drawTrail(frame, palette);
  }

  /** 1 = where it was hit, 0 = where it is. */
  #held(frame: Frame, deltaMs: number): number {
    if (this.#heldMs >= this.#holdMs + RELEASE_MS) return 0;
    const dx = (frame.x[BALL_DISC] ?? 0) - this.#holdX;
    const dy = (frame.y[BALL_DISC] ?? 0) - this.#holdY;
    const left = Math.min(1, 1 - (this.#heldMs - this.#holdMs) / RELEASE_MS);
    this.#heldMs += deltaMs;
    if (dx * dx + dy * dy <= JUMP_UNITS * JUMP_UNITS) return left;
    this.#heldMs = Number.POSITIVE_INFINITY;
    return 0;
  }

  #show(room: Frame['room']): void {
    this.#discs = room.discs;
    this.#shown = shownDisc(room, BALL_DISC, this.#own);
    this.#ball.setVisible(this.#shown !== null);
    if (this.#shown) this.#ball.setTint(this.#shown.color);
  }

  /** How much larger than in its file the ball is. */
  get #growth(): number {
    const { radius } = this.#own;
    return this.#shown && radius > 0 ? this.#shown.radius / radius : 1;
  }

  #remember(x: number, y: number, deltaMs: number): void {
    const jump = Math.hypot(x - this.#x[this.#newest]!, y - this.#y[this.#newest]!);
    if (jump > JUMP_UNITS) {
      this.#x.fill(x);
      this.#y.fill(y);
    }
    this.#sinceGhostMs += deltaMs;
    if (this.#sinceGhostMs < GHOST_MS) return;
    this.#sinceGhostMs = 0;
    this.#newest = (this.#newest + 1) % GHOSTS;
    this.#x[this.#newest] = x;
    this.#y[this.#newest] = y;
  }

  #drawTrail(frame: Frame, palette: TeamPalette): void {
    const share = Math.min(1, frame.ballSpeed / TOP_SPEED);
    const strength =
      this.#hasTrail && this.#shown ? Math.max(0, (share - TRAIL_FROM) / (1 - TRAIL_FROM)) : 0;
    const tint = trailTint(frame, palette);
    for (let age = 0; age < GHOSTS; age += 1) {
      const ghost = this.#ghosts[age]!;
      const fade = 1 - (age + 1) / (GHOSTS + 1);
      const alpha = strength * TRAIL_ALPHA * fade;
      ghost.setVisible(alpha > 0.01);
      if (alpha <= 0.01) continue;
      const at = (this.#newest - age + GHOSTS) % GHOSTS;
      ghost
        .setPosition(this.#x[at], this.#y[at])
        .setAlpha(alpha)
        .setTint(tint)
        .setScale(
          (this.#scale * this.#own.radius * this.#growth * (0.35 + 0.6 * fade)) / UNIT_RADIUS,
        );
    }
  }
}

function trailTint(frame: Frame, palette: TeamPalette): number {
  if (frame.lastTouchTeam === TEAM_NONE) return colorNumber(COLORS.ball);
  const team = frame.lastTouchTeam === TEAM_SUN ? palette.sun : palette.wave;
  return mix(colorNumber(team), colorNumber(COLORS.ball));
}

/** Half of both. */
function mix(a: number, b: number): number {
  return ((a & 0xfe_fe_fe) >> 1) + ((b & 0xfe_fe_fe) >> 1);
}
