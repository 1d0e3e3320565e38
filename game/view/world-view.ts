import type { GameObjects, Scene } from 'phaser';
import type { PeerId } from '../../shared/base/peer-id.ts';
import { type Arena, drawnRadius, playerDisc } from '../../shared/sim/physics/arena.ts';
import type { MatchEvent } from '../../shared/sim/events.ts';
import { BALL_DISC, PHASE } from '../../shared/sim/match-state.ts';
import { type Kits, NO_KITS } from '../../shared/room/kit.ts';
import { findMember } from '../../shared/room/room-state.ts';
import { SEATS } from '../../shared/sim/seat.ts';
import { TEAM_NONE, TEAM_SUN, TEAM_WAVE, type Team } from '../../shared/sim/team.ts';
import type { Stadium } from '../../shared/stadium/format/stadium.ts';
import type { Frame } from '../match/frame.ts';
import type { GroundChoice } from '../settings/settings.ts';
import { colorNumber, COLORS, type TeamPalette } from '../settings/theme.ts';
import { BallView } from './ball-view.ts';
import { fitPitch, type Insets, type Size } from './camera-fit.ts';
import { type Aim, CameraRig, type PlacedCamera } from './camera-rig.ts';
import { ChevronsView } from './chevrons-view.ts';
import { ballLook, type DiscLook } from './disc-look.ts';
import { DiscsView } from './discs-view.ts';
import { JointsView } from './joints-view.ts';
import { LabelSheet } from './label-sheet.ts';
import type { CreateLights, LightMeasures, Lights } from './lights.ts';
import { PitchImage } from './pitch-image.ts';
import { pitchBounds } from './pitch-bounds.ts';
import { groundColour, isSideView, LINE_WIDTH, type PitchStyle } from './pitch-style.ts';
import { PlayersView } from './players-view.ts';
import { SPRITES } from './sheet-names.ts';
import { bakeSprites, type SpriteMeasures } from './sprite-sheet.ts';
import { shownKits } from './team-kits.ts';
import type { Tier } from './tier.ts';

/** What the window and the person's settings ask of the picture. */
export type ViewLook = {
  readonly size: Size;
  readonly insets: Insets;
  readonly pixelRatio: number;
  readonly palette: TeamPalette;
  /** [V32] Teams wear what the room says, where that leaves them apart. */
  readonly roomKits: boolean;
  /** [V79] Of a pitch in our colours. */
  readonly ground: GroundChoice;
  /** [V78] Names stand at the discs. */
  readonly names: boolean;
  /** Reduced motion. */
  readonly calm: boolean;
  readonly tier: Tier;
  /** [V31] 1 = as the window asks for, 0 = the whole pitch. */
  readonly zoom: number;
  /** [V61] Width of the white ring of the own disc, 1 = as usual. */
  readonly ownRing: number;
  /** Of names, 1 = as the discs ask for. */
  readonly textScale: number;
  /** The stadium in the colours of its file. */
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
  readonly #players: PlayersView;
  readonly #ball: BallView;
  readonly #discs: DiscsView;
  readonly #chevrons: ChevronsView;
  #lights: Lights | null = null;
  #lightMeasures: LightMeasures | null = null;
  readonly #radius: { readonly player: number; readonly ball: number };
  readonly #own = { x: 0, y: 0, radius: 0 };
  readonly #aim: Aim = { x: 0, y: 0, own: null };
  #look: ViewLook;
  #team: Team = TEAM_NONE;
  #kits = NO_KITS;
  #kitsMs = KITS_EVERY_MS;

  constructor(scene: Scene, stadium: Stadium, arena: Arena, look: ViewLook) {
    this.#scene = scene;
    this.#stadium = stadium;
    this.#arena = arena;
    this.#look = look;
    this.#radius = {
      player: drawnRadius(arena, playerDisc(arena, SEATS[0]!)),
      ball: drawnRadius(arena, BALL_DISC),
    };
    this.#labels = new LabelSheet(scene);
    // Images need textures to begin with; `restyle` bakes them at the right size.
    bakeSprites(scene, this.#spriteMeasures(1, 1));
    const discRadiusPx = this.#radius.player;
    this.#labels.resize({ ...look, windowWidth: look.size.width, pixelRatio: 1, discRadiusPx });
    this.#world = scene.add.container(0, 0);
    this.#camera = new CameraRig(this.#world);
    this.#pitch = new PitchImage(scene, this.#world, stadium);
    this.#barrier = scene.add.image(0, 0, SPRITES, 'dot').setVisible(false);
    this.#world.add(this.#barrier);
    // [V21] The order of the genre: lines, joints, players, then the discs of the file, the ball first.
    this.#joints = new JointsView(scene, this.#world, stadium);
    this.#players = new PlayersView(scene, this.#world, this.#labels);
    this.#ball = new BallView(scene, this.#world);
    this.#discs = new DiscsView(scene, this.#world, stadium);
    this.#chevrons = new ChevronsView(scene, this.#world);
    this.restyle(look);
  }

  /** Clockwise quarter turns of the picture, for the input to turn back. */
  get quarterTurns(): number {
    return this.#camera.fit.quarterTurns;
  }

  /** A place of the map → CSS pixels in the window, as of the last frame. */
  windowX(x: number, y: number): number {
    return this.#camera.windowX(x, y);
  }

  windowY(x: number, y: number): number {
    return this.#camera.windowY(x, y);
  }

  /** CSS pixels per map unit. */
  get scale(): number {
    return this.#camera.scale;
  }

  /** The own disc as it was drawn last, in map units; null = somebody who watches. */
  get own(): Aim['own'] {
    return this.#aim.own;
  }

  /** Where the disc of a player was drawn last, in map units; null = it plays nowhere. */
  discOf(peer: PeerId): { readonly x: number; readonly y: number } | null {
    return this.#players.discOf(peer);
  }

  get insets(): Insets {
    return this.#camera.insets;
  }

  /** Middle of the goal that the own team attacks. */
  get goalX(): number {
    const { halfWidth } = this.#arena.spawn;
    return this.#team === TEAM_WAVE ? -halfWidth : halfWidth;
  }

  destroy(): void {
    this.#world.destroy();
    this.#pitch.destroy();
    this.#discs.destroy();
    this.#players.destroy();
  }

  /** Fits everything anew: the window, the palette or the own team changed. */
  restyle(look: ViewLook): void {
    this.#look = look;
    const bounds = pitchBounds(this.#stadium);
    const radius = this.#radius.player;
    const pitch = {
      width: bounds.right - bounds.left,
      height: bounds.bottom - bounds.top,
      maxViewWidth: this.#stadium.maxViewWidth,
      hasGravity: isSideView(this.#stadium),
      zoom: look.zoom,
    };
    const attacksRight = (this.#team !== TEAM_WAVE) === this.#arena.spawn.sunSide < 0;
    const fit = fitPitch(look.size, look.insets, pitch, radius, attacksRight);
    this.#own.radius = radius;
    this.#camera.calm = look.calm;
    this.#camera.resize(fit, look.size, look.insets, look.pixelRatio, bounds);
    this.#dress(fit.scale * look.pixelRatio, radius);
  }

  /** Bakes every picture anew. */
  #dress(pixels: number, playerRadius: number): void {
    const { pixelRatio, palette, calm, tier, textScale, size } = this.#look;
    const style = this.#style;
    this.#scene.game.config.backgroundColor.setFromRGB(
      channelsOf(groundColour(this.#stadium, style)),
    );
    const bounds = pitchBounds(this.#stadium);
    const pitchPixels = this.#pitch.bake(bounds, pixels, style);
    this.#joints.restyle(style);
    this.#discs.restyle(style, pixels);
    const measures = this.#spriteMeasures(pixels, pixelRatio);
    bakeSprites(this.#scene, measures);
    const discRadiusPx = (playerRadius * pixels) / pixelRatio;
    this.#labels.resize({ pixelRatio, discRadiusPx, textScale, windowWidth: size.width });
    const perPixel = 1 / pixels;
    if (measures.barrierRadius > 0) this.#barrier.setTexture(SPRITES, 'barrier');
    this.#barrier.setScale(perPixel * enlargement(this.#barrierRadius, measures.barrierRadius));
    this.#players.retexture({
      sprite: perPixel * enlargement(playerRadius, measures.playerRadius),
      text: perPixel,
      upright: -(this.#camera.fit.quarterTurns * Math.PI) / 2,
      radius: playerRadius,
      kits: measures.kits,
      areRoomsColours: this.#look.roomKits,
      names: this.#look.names,
    });
    const ballRadius = this.#radius.ball;
    const ball = this.#ballLook;
    const ballEnlarged = enlargement(ballRadius, measures.ballRadius);
    this.#ball.retexture(perPixel, ballRadius, ball?.color ?? null, ballEnlarged);
    this.#ball.trail = !calm && tier !== 'low' && ball?.hasRing === true;
    const { mapColours } = style;
    this.#lightMeasures = { sprite: perPixel, bounds, pitchPixels, mapColours };
    this.#lights?.retexture(this.#lightMeasures, this.#look);
    const shownBall = ball?.hasRing === true ? ballRadius : null;
    this.#chevrons.retexture(perPixel, palette, shownBall, playerRadius);
  }

  /** False until `light` is called. */
  get isLit(): boolean {
    return this.#lights !== null;
  }

  /** What makes that which is drawn for a moment only is there by now. */
  light(create: CreateLights): void {
    this.#lights = create(this.#scene, this.#world, {
      stadium: this.#stadium,
      ball: this.#ball,
      camera: this.#camera,
      radius: this.#radius,
    });
    if (this.#lightMeasures) this.#lights.retexture(this.#lightMeasures, this.#look);
  }

  /** What happened since the last frame, at the moment it is drawn. */
  show(events: readonly MatchEvent[], frame: Frame): void {
    this.#lights?.show(events, frame, this.#look);
  }

  /**
   * @param speaking those who are heard just now
   * @param free where a person who watches has put the camera
   */
  draw(
    frame: Frame,
    deltaMs: number,
    speaking: ReadonlySet<PeerId> = NOBODY,
    free: PlacedCamera | null = null,
  ): void {
    const me = frame.self === null ? undefined : findMember(frame.room, frame.self);
    const team = me?.team ?? TEAM_NONE;
    if (team !== this.#team) {
      this.#team = team;
      this.restyle(this.#look);
    }
    this.#followKits(frame.room.kits, deltaMs);
    this.#camera.update(this.#aimAt(frame, me?.seat ?? null), deltaMs, free);
    const { seen } = this.#camera;
    this.#drawBarrier(frame);
    this.#joints.draw(frame, seen);
    this.#players.draw(frame, this.#camera, speaking);
    this.#ball.draw(frame, deltaMs, this.#look.palette);
    this.#discs.draw(frame, seen);
    this.#lights?.update(deltaMs);
    this.#chevrons.draw(frame, this.#players, this.#camera);
  }

  /** A script may say something else in every tick: what is baked is baked now and then. */
  #followKits(kits: Kits, deltaMs: number): void {
    this.#kitsMs += deltaMs;
    if (kits === this.#kits || this.#kitsMs < KITS_EVERY_MS) return;
    this.#kits = kits;
    this.#kitsMs = 0;
    this.restyle(this.#look);
  }

  get #shownKits(): Kits {
    const { roomKits, palette } = this.#look;
    return roomKits ? shownKits(this.#kits, palette) : NO_KITS;
  }

  /** Between the own disc and the ball, so that both stay in view, unless the file says otherwise. */
  #aimAt(frame: Frame, seat: number | null): Aim {
    const aim = this.#aim;
    aim.x = frame.x[BALL_DISC] ?? 0;
    aim.y = frame.y[BALL_DISC] ?? 0;
    aim.own = null;
    if (seat === null) return aim;
    const own = this.#own;
    own.x = frame.x[frame.firstPlayerDisc + seat] ?? 0;
    own.y = frame.y[frame.firstPlayerDisc + seat] ?? 0;
    const share = this.#stadium.cameraFollow === 'player' ? 1 : 0.5;
    aim.x += (own.x - aim.x) * share;
    aim.y += (own.y - aim.y) * share;
    aim.own = own;
    return aim;
  }

  #drawBarrier(frame: Frame): void {
    const isBefore = frame.phase === PHASE.kickOff || frame.phase === PHASE.countdown;
    const isUp = isBefore && this.#barrierRadius > 0;
    this.#barrier.setVisible(isUp);
    if (!isUp) return;
    const { palette } = this.#look;
    const color = frame.kickOffTeam === TEAM_SUN ? palette.sun : palette.wave;
    this.#barrier.setTint(colorNumber(color)).setAlpha(0.9);
    if (!this.#look.calm) this.#barrier.setRotation((frame.tick % 1080) * (Math.PI / 540));
  }

  get #barrierRadius(): number {
    const { bg } = this.#stadium;
    // One that nobody can see the whole of says nothing.
    return bg.type === 'none' || bg.kickOffRadius > MOST ? 0 : Math.max(0, bg.kickOffRadius);
  }

  get #style(): PitchStyle {
    const { palette, mapColours, ground } = this.#look;
    return { palette, mapColours, ground, lineWidth: LINE_WIDTH };
  }

  get #ballLook(): DiscLook | null {
    return ballLook(this.#stadium, this.#style);
  }

  #spriteMeasures(pixelsPerUnit: number, pixelRatio: number): SpriteMeasures {
    const largest = LARGEST_PX / pixelsPerUnit;
    return {
      playerRadius: Math.min(this.#radius.player, largest),
      ballRadius: Math.min(this.#radius.ball, largest),
      barrierRadius: Math.min(this.#barrierRadius, largest),
      pixelsPerUnit,
      unitsPerCss: pixelRatio / pixelsPerUnit,
      palette: this.#look.palette,
      kits: this.#shownKits,
      ballHasRing: this.#ballLook?.hasRing === true,
      ownRing: this.#look.ownRing,
    };
  }
}

/** Between two changes of what teams wear. */
const KITS_EVERY_MS = 500;
const NOBODY: ReadonlySet<PeerId> = new Set();
/** Of a kick-off circle, in map units. */
const MOST = 20_000;
/** Radius of the largest picture, in device pixels: what is larger is enlarged. */
const LARGEST_PX = 400;

function enlargement(radius: number, baked: number): number {
  return baked > 0 ? radius / baked : 1;
}

function channelsOf(color: number) {
  return { r: (color >> 16) & 255, g: (color >> 8) & 255, b: color & 255, a: 255 };
}

/** What the canvas is cleared with. */
export const BACKGROUND = colorNumber(COLORS.pitchOut);
