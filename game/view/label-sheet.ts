import type { Scene, Textures } from 'phaser';
import { MAX_SEATS } from '../../shared/base/room-limits.ts';
import { COLORS, FONTS } from '../settings/theme.ts';
import { makeCanvas } from './sprite-sheet.ts';

export const LABELS = 'labels';

/** CSS pixels. `mostEnlarged` is for people who want larger text than the discs ask for. */
const NAME_FONT = { least: 9, most: 26, atRest: 5.6, perRadius: 0.6, mostEnlarged: 34 } as const;
/** The longest enlarged name takes no more of the window than this share: there is a pitch as well. */
const WINDOW_SHARE = 0.6;
/** Shares of the size of the letters. */
const NAME_WIDTH = 12.8;
const NAME_HEIGHT = 1.7;
const NAME_STROKE = 0.28;
/** Letters on a disc, as a share of its radius. */
const LABEL_SIZE = 0.92;
/** Larger letters on a giant are drawn at this size and enlarged. */
const LABEL_PX_MAX = 96;

export type LabelMeasures = {
  readonly pixelRatio: number;
  /** Radius of a player in CSS pixels. */
  readonly discRadiusPx: number;
  /** The person's size of text, 1 = as it is. */
  readonly textScale: number;
  /** CSS pixels. */
  readonly windowWidth: number;
};

/**
 * The words of the pitch: a name and a label for each seat, drawn again only when one changes.
 * Names are text on a canvas: nothing in them can become markup.
 */
export class LabelSheet {
  readonly #scene: Scene;
  #sheet: Textures.CanvasTexture | null = null;
  #pixelRatio = 1;
  #labelPx = 1;
  #labelScale = 1;
  #namePx: number = NAME_FONT.least;
  readonly #widths = new Float64Array(MAX_SEATS);
  readonly #texts = new Map<string, string>();
  #isStale = false;

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  resize(measures: LabelMeasures): void {
    const { pixelRatio, discRadiusPx } = measures;
    this.#pixelRatio = pixelRatio;
    this.#labelPx = Math.min(LABEL_PX_MAX, Math.max(1, discRadiusPx * LABEL_SIZE));
    this.#labelScale = (discRadiusPx * LABEL_SIZE) / this.#labelPx;
    this.#namePx = namePx(measures);
    const name = this.#nameCell;
    const label = this.#labelCell;
    if (this.#scene.textures.exists(LABELS)) this.#scene.textures.remove(LABELS);
    const width = name.width + label;
    const height = Math.max(name.height, label) * MAX_SEATS;
    const sheet = makeCanvas(this.#scene, LABELS, width, height);
    for (let seat = 0; seat < MAX_SEATS; seat += 1) {
      sheet.add(nameFrame(seat), 0, 0, seat * name.height, name.width, name.height);
      sheet.add(labelFrame(seat), 0, name.width, seat * label, label, label);
    }
    this.#sheet = sheet;
    this.#texts.clear();
  }

  /** What is set from now on is drawn also where it stands there already. */
  forget(): void {
    this.#texts.clear();
  }

  /** Height of a name in CSS pixels. */
  get nameHeight(): number {
    return this.#namePx * NAME_HEIGHT;
  }

  /** How much a label has to be enlarged. */
  get labelScale(): number {
    return this.#labelScale;
  }

  /** Of the name that was set last, in CSS pixels. */
  nameWidth(seat: number): number {
    return this.#widths[seat]!;
  }

  setName(seat: number, text: string): void {
    const { width, height } = this.#nameCell;
    this.#write(nameFrame(seat), text, (paint) => {
      paint.clearRect(0, seat * height, width, height);
      const size = this.#namePx * this.#pixelRatio;
      const stroke = size * NAME_STROKE;
      paint.font = `700 ${size}px ${FONTS.body}`;
      paint.lineWidth = stroke;
      paint.strokeStyle = COLORS.ink;
      paint.fillStyle = COLORS.text;
      const fits = width - stroke * 2;
      const wide = Math.min(fits, paint.measureText(text).width) + stroke;
      this.#widths[seat] = wide / this.#pixelRatio;
      paint.strokeText(text, width / 2, (seat + 0.5) * height, fits);
      paint.fillText(text, width / 2, (seat + 0.5) * height, fits);
    });
  }

  setLabel(seat: number, text: string, color: string): void {
    const cell = this.#labelCell;
    const left = this.#nameCell.width;
    const shrink = [...text].length > 1 ? 0.86 : 1;
    this.#write(labelFrame(seat), `${color} ${text}`, (paint) => {
      paint.clearRect(left, seat * cell, cell, cell);
      paint.font = `800 ${this.#labelPx * shrink * this.#pixelRatio}px ${FONTS.display}`;
      paint.fillStyle = color;
      // What somebody else wrote stays on its own disc, however high its marks are.
      paint.save();
      paint.beginPath();
      paint.rect(left, seat * cell, cell, cell);
      paint.clip();
      // Capitals sit above the middle of their line.
      paint.fillText(text, left + cell / 2, (seat + 0.5) * cell + this.#labelPx * 0.06, cell);
      paint.restore();
    });
  }

  /** Shows what was set since: all of it as one texture, which takes as long as one word of it. */
  flush(): void {
    if (this.#isStale) this.#sheet?.refresh();
    this.#isStale = false;
  }

  #write(frame: string, what: string, draw: (paint: CanvasRenderingContext2D) => void): void {
    if (!this.#sheet || this.#texts.get(frame) === what) return;
    this.#texts.set(frame, what);
    const paint = this.#sheet.context;
    paint.textAlign = 'center';
    paint.textBaseline = 'middle';
    paint.lineJoin = 'round';
    draw(paint);
    this.#isStale = true;
  }

  get #nameCell(): { width: number; height: number } {
    return {
      width: Math.ceil(this.#namePx * NAME_WIDTH * this.#pixelRatio),
      height: Math.ceil(this.nameHeight * this.#pixelRatio),
    };
  }

  get #labelCell(): number {
    return Math.ceil(this.#labelPx * 2 * this.#pixelRatio);
  }
}

/**
 * [V28] Height of the letters of a name in CSS pixels. Names grow and shrink with the discs: 14 px where
 * a disc has the least size that we aim for. The person's size of text enlarges that as far as it fits.
 */
export function namePx(measures: Omit<LabelMeasures, 'pixelRatio'>): number {
  const { discRadiusPx, textScale, windowWidth } = measures;
  const { least, most, atRest, perRadius, mostEnlarged } = NAME_FONT;
  const usual = Math.min(most, Math.max(least, atRest + perRadius * discRadiusPx));
  const fits = Math.min(mostEnlarged, (windowWidth * WINDOW_SHARE) / NAME_WIDTH);
  return Math.max(least, Math.min(usual * textScale, Math.max(usual, fits)));
}

/** Name of the frame with a seat's nickname. */
export function nameFrame(seat: number): string {
  return `name-${seat}`;
}

/** Name of the frame with a seat's label. */
export function labelFrame(seat: number): string {
  return `label-${seat}`;
}
