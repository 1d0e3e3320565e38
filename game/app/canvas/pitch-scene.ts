import type { PeerId } from '../../../shared/base/peer-id.ts';
import { type Renderer, Scene } from 'phaser';
import type { Frame } from '../../match/frame.ts';
import { pageClock } from '../../time/page-clock.ts';
import { drawnEnds } from '../../view/drawn-ends.ts';
import type { CreateLights } from '../../view/lights.ts';
import type { PlacedCamera } from '../../view/camera-rig.ts';
import { type ViewLook, WorldView } from '../../view/world-view.ts';
import { isInOwnColours } from '../maps/map-colours.ts';
import { GoalReplay } from '../../match/goal-replay.ts';
import type { PicturesWanted } from './frame-pace.ts';
import type { SessionLoop } from '../../match/session-loop.ts';
import type { WindowLook } from './window-look.ts';

/** What drawing finds out. */
export type PictureNews = {
  /** Where a person who watches has put the camera; null while it follows. */
  readonly freeCamera: () => PlacedCamera | null;
  readonly onTurn: (quarterTurns: number) => void;
  readonly wanted: () => PicturesWanted;
  /** [V39] Most pictures a second; 0: as many as the display shows. */
  readonly perSecond: () => number;
  /** From one picture that the display could show to the next. */
  readonly onInterval: (ms: number) => void;
  /** Makes what is drawn for a moment only; null until it is loaded. Asked behind each picture without it. */
  readonly lights: () => CreateLights | null;
  /** A frame was drawn. */
  readonly onDrawn: (view: WorldView) => void;
  /** The pixels are other ones, as on a second screen: of that alone no event tells. */
  readonly onOtherScreen: () => void;
  /** Whether a goal may be shown again now. */
  readonly mayReplay: () => boolean;
  /** Those who are heard just now. */
  readonly speaking: () => ReadonlySet<PeerId>;
  /** [V30] What is drawn is the last goal, or the match again. */
  readonly onReplay: (isOn: boolean) => void;
};

/** Draws whatever session is going on. Owns no rules: the session simulates, the view draws. */
export class PitchScene extends Scene {
  static readonly KEY = 'pitch';

  readonly #loop: SessionLoop;
  readonly #news: PictureNews;
  #look: WindowLook;
  readonly #goals = new GoalReplay();
  #view: WorldView | null = null;
  #stadium = '';
  #isSwapped = false;
  #drawnMs = 0;
  #pixelRatio = window.devicePixelRatio;
  /** Frames drawn so far. */
  frameCount = 0;

  constructor(loop: SessionLoop, look: WindowLook, news: PictureNews) {
    super(PitchScene.KEY);
    this.#loop = loop;
    this.#look = look;
    this.#news = news;
  }

  set look(look: WindowLook) {
    this.#look = look;
    this.#view?.restyle(this.#lookOn(this.#stadium));
  }

  override update(): void {
    const nowMs = pageClock.now();
    this.#loop.catchUp(nowMs);
    // What is built without a context throws, and ends the drawing for good.
    if ((this.renderer as Renderer.WebGL.WebGLRenderer).contextLost) return;
    if (window.devicePixelRatio !== this.#pixelRatio) {
      this.#pixelRatio = window.devicePixelRatio;
      this.#news.onOtherScreen();
    }
    const deltaMs = Math.min(100, nowMs - this.#drawnMs);
    this.#drawnMs = nowMs;
    const live = this.#loop.frame(nowMs);
    const { isOn } = this.#goals;
    const frame = this.#goals.follow(live, nowMs, this.#news.mayReplay());
    if (this.#goals.isOn !== isOn) this.#news.onReplay(!isOn);
    const { stadium, isSwapped } = frame.room;
    if (stadium !== this.#stadium || isSwapped !== this.#isSwapped) this.#build(frame.room);
    if (!this.#view) return;
    const events = this.#loop.takeDrawnEvents();
    // What happens meanwhile happens where nobody sees it.
    if (frame === live) this.#view.show(events, frame);
    this.#view.draw(frame, deltaMs, this.#news.speaking(), this.#news.freeCamera());
    this.#news.onTurn(this.#view.quarterTurns);
    this.#news.onDrawn(this.#view);
    const lights = this.#view.isLit ? null : this.#news.lights();
    if (lights) this.#view.light(lights);
    this.frameCount += 1;
  }

  #build(room: Frame['room']): void {
    const { stadiums } = this.#loop;
    const { stadium: id, isSwapped } = room;
    const stadium = stadiums.stadium(id);
    const arena = stadiums.arena(id);
    if (!stadium || !arena) return;
    this.#view?.destroy();
    const drawn = drawnEnds(stadium, arena, isSwapped);
    this.#view = new WorldView(this, drawn.stadium, drawn.arena, this.#lookOn(id));
    this.#stadium = id;
    this.#isSwapped = isSwapped;
  }

  #lookOn(stadium: string): ViewLook {
    return { ...this.#look, mapColours: isInOwnColours(stadium, this.#look) };
  }
}
