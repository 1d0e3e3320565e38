import type { GameObjects, Scene } from 'phaser';
import { BALL_DISC } from '../../shared/sim/match-state.ts';
import { TEAM_WAVE } from '../../shared/sim/team.ts';
import { MAX_SEATS } from '../../shared/base/room-limits.ts';
import type { Frame } from '../match/frame.ts';
import { colorNumber, COLORS, type TeamPalette } from '../settings/theme.ts';
import type { CameraRig } from './camera-rig.ts';
import { isOutside, pointAt } from './point-at.ts';
import type { PlayersView } from './players-view.ts';
import { SPRITES } from './sheet-names.ts';
import { CHEVRON_PX } from './sprite-sheet.ts';

/** Those of players are a little smaller than that of the ball. */
const PLAYER_SHARE = 0.8;
const BALL_COLOUR = colorNumber(COLORS.ball);

/** [V29] A sign at the edge of the window for ball and players that are out of sight. */
export class ChevronsView {
  readonly #signs: readonly GameObjects.Image[];
  #scale = 1;
  #palette: TeamPalette | null = null;
  #ballRadius: number | null = null;
  #playerRadius = 0;

  constructor(scene: Scene, world: GameObjects.Container) {
    this.#signs = Array.from({ length: MAX_SEATS + 1 }, () => {
      const sign = scene.add.image(0, 0, SPRITES, 'chevron').setVisible(false);
      world.add(sign);
      return sign;
    });
  }

  /** @param ballRadius in map units; null = a ball that is not shown */
  retexture(
    spriteScale: number,
    palette: TeamPalette,
    ballRadius: number | null,
    playerRadius: number,
  ): void {
    this.#scale = spriteScale;
    this.#palette = palette;
    this.#ballRadius = ballRadius;
    this.#playerRadius = playerRadius;
    for (const sign of this.#signs) sign.setTexture(SPRITES, 'chevron').setVisible(false);
  }

  draw(frame: Frame, players: PlayersView, camera: CameraRig): void {
    const palette = this.#palette;
    if (palette === null) return;
    const scale = this.#scale / camera.zoom;
    const ball = this.#signs[MAX_SEATS]!;
    const isBallOut = this.#ballRadius !== null && this.#isOut(frame, BALL_DISC, camera);
    ball.setVisible(isBallOut);
    if (isBallOut) this.#point(ball.setTint(BALL_COLOUR).setScale(scale), frame, BALL_DISC, camera);
    for (let seat = 0; seat < MAX_SEATS; seat += 1) {
      const sign = this.#signs[seat]!;
      const member = players.memberAt(seat);
      const disc = frame.firstPlayerDisc + seat;
      const isOut = member !== null && member.id !== frame.self && this.#isOut(frame, disc, camera);
      sign.setVisible(isOut);
      if (!isOut) continue;
      const color = member.team === TEAM_WAVE ? palette.wave : palette.sun;
      sign.setTint(colorNumber(color)).setScale(scale * PLAYER_SHARE);
      this.#point(sign, frame, disc, camera);
    }
  }

  #isOut(frame: Frame, disc: number, camera: CameraRig): boolean {
    const radius = disc === BALL_DISC ? (this.#ballRadius ?? 0) : this.#playerRadius;
    const x = frame.x[disc] ?? 0;
    const y = frame.y[disc] ?? 0;
    return isOutside(
      camera.windowX(x, y),
      camera.windowY(x, y),
      radius * camera.scale,
      camera.view,
    );
  }

  #point(sign: GameObjects.Image, frame: Frame, disc: number, camera: CameraRig): void {
    const x = frame.x[disc] ?? 0;
    const y = frame.y[disc] ?? 0;
    const place = { x: camera.windowX(x, y), y: camera.windowY(x, y) };
    const at = pointAt(place, camera.view, camera.insets, CHEVRON_PX);
    sign
      .setPosition(camera.mapX(at.x, at.y), camera.mapY(at.x, at.y))
      .setRotation(at.angle - (camera.fit.quarterTurns * Math.PI) / 2);
  }
}
