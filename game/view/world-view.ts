import type { GameObjects, Scene } from 'phaser';
import { type Arena, drawnRadius, playerDisc } from '../../shared/sim/arena.ts';
import { EVENT, type MatchEvent } from '../../shared/sim/events.ts';
import { BALL_DISC, PHASE } from '../../shared/sim/match-state.ts';
import { findMember } from '../../shared/sim/room-state.ts';
import { SEATS } from '../../shared/sim/seat.ts';
import { TEAM_NONE, TEAM_SUN, TEAM_WAVE, type Team } from '../../shared/sim/team.ts';
import type { Stadium } from '../../shared/stadium/stadium.ts';
import type { Frame } from '../match/frame.ts';
import { colorNumber, COLORS, type TeamPalette } from '../settings/theme.ts';
import { BallView } from './ball-view.ts';
import { fitPitch, type Insets, type Size } from './camera-fit.ts';
import { CameraRig } from './camera-rig.ts';
import { EffectsView } from './effects-view.ts';
import { cheerOf } from './goal-cheer.ts';
import { JointsView } from './joints-view.ts';
import { LabelSheet } from './label-sheet.ts';
import { MovingDiscsView } from './moving-discs-view.ts';
import { PitchImage } from './pitch-image.ts';
import { pitchBounds } from './pitch-bounds.ts';
import { cssColour, isSideView, isVisible, LINE_WIDTH } from './pitch-style.ts';
import { PlayersView } from './players-view.ts';
import { bakeSprites, SPRITES } from './sprite-sheet.ts';

/** What the window and the person's settings ask of the picture. */
export type ViewLook = {
  readonly size: Size;
  readonly insets: Insets;
  readonly pixelRatio: number;
  readonly palette: TeamPalette;
  /** Reduced motion. */
  readonly calm: boolean;
  /** Stadiums in the colours of their files. */
  readonly mapColours: boolean;
};

/** Everything that Phaser draws: a stadium and a frame of what happens on it. */
export class WorldView {
  readonly #scene: Scene;
  readonly #stadium: Stadium;
  readonly #arena: Arena;
  readonly #world: GameObjects.Container;
  readonly #camera: CameraRig;
  readonly #pitch: PitchImage;
  readonly #labels: LabelSheet;
  readonly #barrier: GameObjects.Image;
  readonly #joints: JointsView;
  readonly #discs: MovingDiscsView;
  readonly #players: PlayersView;
  readonly #ball: BallView;
  readonly #effects: EffectsView;
  #look: ViewLook;
  #team: Team = TEAM_NONE;

  constructor(scene: Scene, stadium: Stadium, arena: Arena, look: ViewLook) {
    this.#scene = scene;
    this.#stadium = stadium;
    this.#arena = arena;
    this.#look = look;
    this.#labels = new LabelSheet(scene);
    // Images need textures to begin with; `restyle` bakes them at the right size.
    bakeSprites(scene, this.#spriteMeasures(1));
    this.#labels.resize(1, drawnRadius(arena, playerDisc(arena, SEATS[0]!)));
    this.#world = scene.add.container(0, 0);
    this.#camera = new CameraRig(this.#world);
    this.#pitch = new PitchImage(scene, this.#world, stadium);
    this.#barrier = scene.add.image(0, 0, SPRITES, 'barrier').setVisible(false);
    this.#world.add(this.#barrier);
    this.#joints = new JointsView(scene, this.#world, stadium);
    this.#discs = new MovingDiscsView(scene, this.#world, stadium);
    this.#players = new PlayersView(scene, this.#world, this.#labels);
    this.#ball = new BallView(scene, this.#world);
    this.#effects = new EffectsView(scene, this.#world);
    this.restyle(look);
  }

  /** Clockwise quarter turns of the picture, for the input to turn back. */
  get quarterTurns(): number {
    return this.#camera.fit.quarterTurns;
  }

  destroy(): void {
    this.#world.destroy();
    this.#pitch.destroy();
  }

  /** Fits everything anew: the window, the palette or the own team changed. */
  restyle(look: ViewLook): void {
    this.#look = look;
    const bounds = pitchBounds(this.#stadium);
    const radius = drawnRadius(this.#arena, playerDisc(this.#arena, SEATS[0]!));
    const pitch = {
      width: bounds.right - bounds.left,
      height: bounds.bottom - bounds.top,
      maxViewWidth: this.#stadium.maxViewWidth,
      hasGravity: isSideView(this.#stadium),
    };
    const attacksRight = this.#team !== TEAM_WAVE;
    const fit = fitPitch(look.size, look.insets, pitch, radius, attacksRight);
    this.#camera.calm = look.calm;
    this.#camera.resize(fit, look.size, look.insets, look.pixelRatio, bounds);
    const pixels = fit.scale * look.pixelRatio;
    const upright = -(fit.quarterTurns * Math.PI) / 2;
    const { palette, mapColours } = look;
    this.#pitch.bake(bounds, pixels, { palette, mapColours, lineWidth: LINE_WIDTH });
    this.#joints.mapColours = mapColours;
    bakeSprites(this.#scene, this.#spriteMeasures(pixels));
    this.#labels.resize(look.pixelRatio, radius * fit.scale);
    const perPixel = 1 / pixels;
    this.#barrier.setTexture(SPRITES, 'barrier').setScale(perPixel);
    this.#discs.retexture(perPixel);
    this.#players.retexture(perPixel, perPixel, upright, radius, fit.scale);
    this.#ball.retexture(perPixel, drawnRadius(this.#arena, BALL_DISC));
    this.#ball.trail = !look.calm;
    this.#ball.visible = isVisible(this.#stadium.discs[BALL_DISC]!);
    this.#effects.retexture(perPixel);
  }

  /** An event of the match, at the moment it is drawn. */
  show(event: MatchEvent, frame: Frame): void {
    const { palette, calm } = this.#look;
    const options = { palette, calm };
    switch (event.kind) {
      case EVENT.kick: {
        const disc = frame.firstPlayerDisc + event.subject;
        const dx = (frame.x[BALL_DISC] ?? 0) - (frame.x[disc] ?? 0);
        const dy = (frame.y[BALL_DISC] ?? 0) - (frame.y[disc] ?? 0);
        const direction = Math.atan2(dy, dx);
        this.#effects.kick(frame.x[disc] ?? 0, frame.y[disc] ?? 0, direction, options);
        if (!calm) this.#ball.squash(direction);
        return;
      }
      case EVENT.wallHit:
      case EVENT.postHit:
        this.#effects.hit(event, options);
        if (event.kind === EVENT.postHit && event.strength > 2) this.#camera.shake(0.25);
        return;
      case EVENT.goal:
        this.#effects.goal(
          event.x,
          event.y,
          event.object,
          cheerOf(event, frame.room, this.#team),
          options,
        );
        this.#camera.shake(0.6);
        this.#camera.pushIn();
        return;
      default:
    }
  }

  draw(frame: Frame, deltaMs: number): void {
    const me = frame.self === null ? undefined : findMember(frame.room, frame.self);
    const team = me?.team ?? TEAM_NONE;
    if (team !== this.#team) {
      this.#team = team;
      this.restyle(this.#look);
    }
    this.#drawBarrier(frame);
    this.#joints.draw(frame);
    this.#discs.draw(frame);
    this.#players.draw(frame);
    this.#ball.draw(frame, deltaMs, this.#look.palette);
    this.#effects.update(deltaMs);
    // Between the own disc and the ball, so that both stay in view, unless the file says otherwise.
    const ballX = frame.x[BALL_DISC] ?? 0;
    const ballY = frame.y[BALL_DISC] ?? 0;
    const own = me && me.seat !== null ? frame.firstPlayerDisc + me.seat : BALL_DISC;
    const share = this.#stadium.cameraFollow === 'player' ? 1 : 0.5;
    const x = ballX + ((frame.x[own] ?? ballX) - ballX) * share;
    const y = ballY + ((frame.y[own] ?? ballY) - ballY) * share;
    this.#camera.update(x, y, deltaMs);
  }

  #drawBarrier(frame: Frame): void {
    const isUp = frame.phase === PHASE.kickOff && this.#barrierRadius > 0;
    this.#barrier.setVisible(isUp);
    if (!isUp) return;
    const { palette } = this.#look;
    const color = frame.kickOffTeam === TEAM_SUN ? palette.sun : palette.wave;
    this.#barrier.setTint(colorNumber(color)).setAlpha(0.9);
    if (!this.#look.calm) this.#barrier.setRotation((frame.tick % 1080) * (Math.PI / 540));
  }

  get #barrierRadius(): number {
    const { bg } = this.#stadium;
    return bg.type === 'none' ? 0 : Math.max(0, bg.kickOffRadius);
  }

  #spriteMeasures(pixelsPerUnit: number) {
    const { color } = this.#stadium.discs[BALL_DISC]!;
    // What is larger fits no texture; nobody could play with it either.
    const largest = MAX_SPRITE_PX / 2 / pixelsPerUnit;
    const barrier = this.#barrierRadius;
    return {
      playerRadius: Math.min(drawnRadius(this.#arena, playerDisc(this.#arena, SEATS[0]!)), largest),
      ballRadius: Math.min(drawnRadius(this.#arena, BALL_DISC), largest),
      barrierRadius: barrier <= 2 * largest ? barrier : 0,
      pixelsPerUnit,
      palette: this.#look.palette,
      ballColour: this.#look.mapColours && color !== null ? cssColour(color) : COLORS.ball,
    };
  }
}

const MAX_SPRITE_PX = 400;

/** What the canvas is cleared with. */
export const BACKGROUND = colorNumber(COLORS.pitchOut);
