import type { Scene, Textures } from 'phaser';
import type { Kits } from '../../shared/room/kit.ts';
import { COLORS, type TeamPalette } from '../settings/theme.ts';
import {
  paintBall,
  paintChevron,
  paintDisc,
  paintDot,
  paintKit,
  paintOwnRing,
  paintPatch,
  paintRing,
  paintSoftGlow,
  paintVoice,
  TINTED,
  VOICE_REACH,
} from './paint-sprites.ts';
import { SPRITES, UNIT_RADIUS } from './sheet-names.ts';
import { layOnShelves } from './shelves.ts';

/** Names of the pictures in the sheet. White ones are tinted. */
export type SpriteName =
  | 'disc-sun'
  | 'disc-wave'
  | 'ball'
  | 'own-ring'
  | 'patch'
  | 'kick-ring'
  | 'voice'
  | 'ring'
  | 'dot'
  | 'glow'
  | 'chip'
  | 'chip-striped'
  | 'barrier'
  | 'chevron';

/** Sizes that a sheet is drawn for. */
export type SpriteMeasures = {
  readonly playerRadius: number;
  readonly ballRadius: number;
  /** 0 = no circle to keep out of. */
  readonly barrierRadius: number;
  /** Device pixels per map unit. */
  readonly pixelsPerUnit: number;
  /** Map units per CSS pixel, for what is of one size on any pitch. */
  readonly unitsPerCss: number;
  readonly palette: TeamPalette;
  /** What the teams wear over it. */
  readonly kits: Kits;
  readonly ballHasRing: boolean;
  /** [V61] Width of the white ring, as a share of the usual one. */
  readonly ownRing: number;
};

/** Half size of the sign that points at what is off camera, in CSS pixels. */
export const CHEVRON_PX = 13;
/** Pictures leave this share of their radius empty, for outlines and antialiasing. */
const PADDING = 1.12;
const SHEET_WIDTH_PX = 2048;

type Entry = {
  readonly name: SpriteName;
  /** Half size of the cell in map units. */
  readonly half: number;
  readonly paint: (paint: CanvasRenderingContext2D) => void;
};

/** Bakes every moving thing once, into one texture: one batch to draw. */
export function bakeSprites(scene: Scene, measures: SpriteMeasures): void {
  const entries = entriesOf(measures);
  const pixels = measures.pixelsPerUnit;
  const sizes = entries.map((entry) => Math.ceil(entry.half * 2 * pixels) + 4);
  const { cells, width, height } = layOnShelves(sizes, SHEET_WIDTH_PX);
  if (scene.textures.exists(SPRITES)) scene.textures.remove(SPRITES);
  const sheet = makeCanvas(scene, SPRITES, width, height);
  const paint = sheet.context;
  for (const [index, entry] of entries.entries()) {
    const { x, y, size } = cells[index]!;
    paint.save();
    paint.translate(x + size / 2, y + size / 2);
    paint.scale(pixels, pixels);
    entry.paint(paint);
    paint.restore();
    sheet.add(entry.name, 0, x, y, size, size);
  }
  sheet.refresh();
}

/** An empty texture of a size in pixels under `key`; throws when there is one. */
export function makeCanvas(
  scene: Scene,
  key: string,
  width: number,
  height: number,
): Textures.CanvasTexture {
  const texture = scene.textures.createCanvas(key, width, height);
  if (!texture) throw new Error(`texture ${key} exists already`);
  return texture;
}

function entriesOf(measures: SpriteMeasures): readonly Entry[] {
  const { playerRadius: player, ballRadius, palette, ballHasRing } = measures;
  const { barrierRadius, unitsPerCss, kits } = measures;
  const unit = UNIT_RADIUS;
  const entries: Entry[] = [
    {
      name: 'disc-sun',
      half: player * PADDING,
      paint: (paint) => {
        paintDisc(paint, player, palette.sun, false);
        if (kits.sun) paintKit(paint, player, kits.sun);
      },
    },
    {
      name: 'disc-wave',
      half: player * PADDING,
      paint: (paint) => {
        paintDisc(paint, player, palette.wave, true);
        if (kits.wave) paintKit(paint, player, kits.wave);
      },
    },
    {
      name: 'ball',
      half: ballRadius * PADDING,
      paint: (paint) => {
        if (ballHasRing) paintBall(paint, ballRadius);
        else paintDot(paint, ballRadius, TINTED);
      },
    },
    { name: 'patch', half: player * PADDING, paint: (paint) => paintPatch(paint, player) },
    {
      name: 'own-ring',
      half: player * PADDING,
      paint: (paint) => paintOwnRing(paint, player, measures.ownRing),
    },
    {
      name: 'kick-ring',
      half: player * PADDING,
      paint: (paint) => paintRing(paint, Math.max(player - 2, player * 0.8), 4),
    },
    {
      name: 'voice',
      half: player * VOICE_REACH,
      paint: (paint) => paintVoice(paint, player),
    },
    { name: 'ring', half: unit * PADDING, paint: (paint) => paintRing(paint, unit - 1, 2) },
    { name: 'dot', half: unit, paint: (paint) => paintDot(paint, unit * 0.9, COLORS.ball) },
    { name: 'glow', half: unit * 2, paint: (paint) => paintSoftGlow(paint, unit * 2) },
    { name: 'chip', half: 5, paint: (paint) => paintChip(paint, false) },
    { name: 'chip-striped', half: 5, paint: (paint) => paintChip(paint, true) },
    {
      name: 'chevron',
      half: CHEVRON_PX * unitsPerCss,
      paint: (paint) => paintChevron(paint, CHEVRON_PX * unitsPerCss * 0.8),
    },
  ];
  if (barrierRadius > 0) {
    entries.push({
      name: 'barrier',
      half: barrierRadius + 4,
      paint: (paint) => {
        paint.setLineDash([9, 7]);
        paintRing(paint, barrierRadius, 3);
      },
    });
  }
  return entries;
}

function paintChip(paint: CanvasRenderingContext2D, striped: boolean): void {
  paint.fillStyle = COLORS.ball;
  paint.fillRect(-4, -2.5, 8, 5);
  if (!striped) return;
  paint.fillStyle = `${COLORS.ink}61`;
  for (const x of [-3, 0, 3]) paint.fillRect(x - 0.7, -2.5, 1.4, 5);
}
