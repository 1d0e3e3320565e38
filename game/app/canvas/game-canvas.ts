import { Game, Scale, WEBGL } from 'phaser';
import { pageClock } from '../../time/page-clock.ts';
import { BACKGROUND } from '../../view/world-view.ts';
import { FramePace } from './frame-pace.ts';
import { type PictureNews, PitchScene } from './pitch-scene.ts';
import type { SessionLoop } from '../../match/session-loop.ts';
import type { WindowLook } from './window-look.ts';

/** The engine, which leaves pictures out. */
class PacedGame extends Game {
  /** Asked for each picture of the display; it may do what has to be done without one. */
  mayStep: () => boolean = () => true;

  override step(timeMs: number, deltaMs: number): void {
    if (this.mayStep()) super.step(timeMs, deltaMs);
  }
}

/** The Phaser game behind the page. Loaded after the menu, which does not need it. */
export class GameCanvas {
  readonly #game: PacedGame;
  readonly #pace = new FramePace();
  readonly #scene: PitchScene;
  #shown: string;

  /** Throws where the engine does not start. */
  constructor(
    place: { readonly parent: HTMLElement; readonly canvas: HTMLCanvasElement },
    loop: SessionLoop,
    look: WindowLook,
    news: PictureNews,
  ) {
    this.#shown = JSON.stringify(look);
    tellTier(look);
    this.#scene = new PitchScene(loop, look, news);
    this.#game = new PacedGame({
      type: WEBGL,
      ...place,
      backgroundColor: BACKGROUND,
      banner: false,
      scale: {
        mode: Scale.NONE,
        width: Math.round(look.size.width * look.pixelRatio),
        height: Math.round(look.size.height * look.pixelRatio),
        zoom: 1 / look.pixelRatio,
      },
      fps: { smoothStep: false },
      audio: { noAudio: true },
      input: { keyboard: false, mouse: false, touch: false, gamepad: false },
      render: { antialias: true },
      disableContextMenu: false,
      scene: this.#scene,
    });
    let lastMs = 0;
    this.#game.mayStep = () => {
      const nowMs = pageClock.now();
      news.onInterval(nowMs - lastMs);
      lastMs = nowMs;
      if (this.#pace.mayDraw(news.wanted(), nowMs, news.perSecond())) return true;
      loop.catchUp(nowMs);
      return false;
    };
  }

  get frameCount(): number {
    return this.#scene.frameCount;
  }

  /** Bakes every picture anew, unless nothing is different. */
  restyle(look: WindowLook): void {
    const shown = JSON.stringify(look);
    if (shown === this.#shown) return;
    this.#shown = shown;
    tellTier(look);
    this.#pace.owe();
    const { scale } = this.#game;
    scale.resize(
      Math.round(look.size.width * look.pixelRatio),
      Math.round(look.size.height * look.pixelRatio),
    );
    // After the size: only this makes the engine style the canvas anew when the zoom is 1.
    scale.setZoom(1 / look.pixelRatio);
    this.#scene.look = look;
  }
}

/** [V38] The display over the picture costs less on a slow machine too. */
function tellTier({ tier }: WindowLook): void {
  document.documentElement.dataset['tier'] = tier;
}
