import { BALL_DISC, DISC_STRIDE, DISC_X, DISC_Y } from '../../../shared/sim/match-state.ts';
import type { World } from '../../../shared/room/world.ts';
import type { PictureView } from '../../ui/model/view-model.ts';
import { moveTowards, type Shot, shotOf, type Spot } from './both-in-view.ts';

/** After a longer pause it is where it belongs at once. */
const JUMP_MS = 500;

/** Where things are drawn, in which window, and in which room. */
export type Drawn = {
  readonly picture: PictureView;
  readonly window: { readonly innerWidth: number; readonly innerHeight: number };
  /** Clockwise, as the picture is turned. */
  readonly quarterTurns: number;
  readonly world: World;
  /** The disc of the second person; null = it has none. */
  readonly second: Spot | null;
};

/** [V40] The camera of a window with two persons: it keeps the discs of both and the ball in view. */
export class SecondCamera {
  #camera: Shot | null = null;
  #movedMs = 0;

  /**
   * Once for each picture.
   *
   * @returns where the camera is put; null: it follows as for one
   */
  follow({ picture, window, quarterTurns, world, second }: Drawn, nowMs: number): Shot | null {
    if (second === null) {
      this.#camera = null;
      return null;
    }
    const { insets, own } = picture;
    const perUnit = picture.scale / (this.#camera?.zoom ?? 1);
    const across = (window.innerWidth - insets.left - insets.right) / perUnit;
    const down = (window.innerHeight - insets.top - insets.bottom) / perUnit;
    const isTurned = quarterTurns !== 0;
    const seen = isTurned ? { width: down, height: across } : { width: across, height: down };
    const { discs } = world.match;
    const at = BALL_DISC * DISC_STRIDE;
    const ball = { x: discs[at + DISC_X]!, y: discs[at + DISC_Y]! };
    const shot = shotOf(own === null ? [ball, second] : [ball, second, own], seen);
    const deltaMs = nowMs - this.#movedMs;
    this.#movedMs = nowMs;
    if (this.#camera === null || deltaMs > JUMP_MS) this.#camera = shot;
    else moveTowards(this.#camera, shot, deltaMs);
    return this.#camera;
  }
}
