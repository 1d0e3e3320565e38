import type { Scene, Textures } from 'phaser';
import { MAX_SEATS } from '../../shared/sim/seat.ts';
import { COLORS, FONTS } from '../settings/theme.ts';
import { makeCanvas } from './sprite-sheet.ts';

export const LABELS = 'labels';

/** CSS pixels. */
const NAME_FONT = 14;
const NAME_WIDTH = 180;
const NAME_HEIGHT = 24;
const NAME_STROKE = 4;
/** Letters on a disc, as a share of its radius. */
const LABEL_SIZE = 0.92;

/**
 * The words of the pitch: a name and a label for each seat, drawn again only when one changes.
 * Names are text on a canvas: nothing in them can become markup.
 */
export class LabelSheet {
  readonly #scene: Scene;
  #sheet: Textures.CanvasTexture | null = null;
  #pixelRatio = 1;
  #labelPx = 1;
  readonly #texts = new Map<string, string>();

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  /** @param discRadiusPx radius of a player in CSS pixels */
  resize(pixelRatio: number, discRadiusPx: number): void {
    this.#pixelRatio = pixelRatio;
    this.#labelPx = discRadiusPx * LABEL_SIZE;
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

  setName(seat: number, text: string): void {
    const { width, height } = this.#nameCell;
    this.#write(nameFrame(seat), text, (paint) => {
      paint.clearRect(0, seat * height, width, height);
      paint.font = `700 ${NAME_FONT * this.#pixelRatio}px ${FONTS.body}`;
      paint.lineWidth = NAME_STROKE * this.#pixelRatio;
      paint.strokeStyle = COLORS.ink;
      paint.fillStyle = COLORS.text;
      const fits = width - NAME_STROKE * 2;
      paint.strokeText(text, width / 2, (seat + 0.5) * height, fits);
      paint.fillText(text, width / 2, (seat + 0.5) * height, fits);
    });
  }

  setLabel(seat: number, text: string): void {
    const cell = this.#labelCell;
    const left = this.#nameCell.width;
    const shrink = [...text].length > 1 ? 0.86 : 1;
    this.#write(labelFrame(seat), text, (paint) => {
      paint.clearRect(left, seat * cell, cell, cell);
      paint.font = `800 ${this.#labelPx * shrink * this.#pixelRatio}px ${FONTS.display}`;
      paint.fillStyle = COLORS.ink;
      // Capitals sit above the middle of their line.
      paint.fillText(text, left + cell / 2, (seat + 0.5) * cell + this.#labelPx * 0.06, cell);
    });
  }

  #write(frame: string, text: string, draw: (paint: CanvasRenderingContext2D) => void): void {
    if (!this.#sheet || this.#texts.get(frame) === text) return;
    this.#texts.set(frame, text);
    const paint = this.#sheet.context;
    paint.textAlign = 'center';
    paint.textBaseline = 'middle';
    paint.lineJoin = 'round';
    draw(paint);
    this.#sheet.refresh();
  }

  get #nameCell(): { width: number; height: number } {
    return {
      width: Math.ceil(NAME_WIDTH * this.#pixelRatio),
      height: Math.ceil(NAME_HEIGHT * this.#pixelRatio),
    };
  }

  get #labelCell(): number {
    return Math.ceil(this.#labelPx * 2 * this.#pixelRatio);
  }
}

export function nameFrame(seat: number): string {
  return `name-${seat}`;
}

export function labelFrame(seat: number): string {
  return `label-${seat}`;
}
