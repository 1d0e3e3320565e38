import { TEAM_SUN, type Team } from '../../../shared/sim/team.ts';
import { COLORS, type TeamPalette } from '../../settings/theme.ts';
import { paintMark, write } from '../model/paint-card.ts';

/** [V71] What a video says beside the pitch, in the words of whoever made it. */
export type ClipWords = {
  readonly sun: number;
  readonly wave: number;
  readonly clock: string;
  readonly palette: TeamPalette;
  readonly goal: ClipGoal | null;
};

export type ClipGoal = {
  /** The team whose goal it is. */
  readonly team: Team;
  readonly isOwn: boolean;
  readonly word: string;
  /** The scorer, who gave the ball, and how fast it was. */
  readonly who: string;
  /** 2 → 3 */
  readonly score: string;
};

type Size = { readonly width: number; readonly height: number };

/** CSS pixels, of the board with the score. */
const BOARD = { width: 232, height: 44, top: 8 } as const;
/** Of the window that is left beneath the board, the middle of the card. */
const CARD_AT = 0.42;
/** As the card on the page leans. */
const LEAN = -0.14;

/** Score and clock at the upper edge, and at a goal the card of it. */
export function paintClip(paint: CanvasRenderingContext2D, size: Size, words: ClipWords): void {
  paintBoard(paint, size.width / 2, words);
  if (words.goal) paintGoal(paint, size, words.goal, words.palette);
}

function paintBoard(
  paint: CanvasRenderingContext2D,
  middle: number,
  { sun, wave, clock, palette }: ClipWords,
): void {
  const y = BOARD.top + BOARD.height / 2;
  plate(paint, { x: middle, y, width: BOARD.width, height: BOARD.height });
  paintMark(paint, { x: middle - 94, y, radius: 12, color: palette.sun, isStriped: false });
  paintMark(paint, { x: middle + 94, y, radius: 12, color: palette.wave, isStriped: true });
  const digits = { size: 28, color: COLORS.text, most: 40 };
  write(paint, String(sun), [middle - 58, y + 2], digits);
  write(paint, String(wave), [middle + 58, y + 2], digits);
  write(paint, clock, [middle, y + 1], { size: 20, color: COLORS.muted, most: 64 });
}

function paintGoal(
  paint: CanvasRenderingContext2D,
  { width, height }: Size,
  { team, isOwn, word, who, score }: ClipGoal,
  palette: TeamPalette,
): void {
  const most = Math.min(width - 24, 560);
  const middle = width / 2;
  const y = BOARD.top + BOARD.height + (height - BOARD.top - BOARD.height) * CARD_AT;
  const large = Math.min(72, most / 6);
  plate(paint, { x: middle, y: y + large * 1.15, width: most, height: large * 1.25 });
  paint.save();
  paint.transform(1, 0, LEAN, 1, -LEAN * y, 0);
  paint.fillStyle = isOwn ? COLORS.muted : team === TEAM_SUN ? palette.sun : palette.wave;
  paint.beginPath();
  paint.roundRect(middle - most * 0.36, y - large * 0.62, most * 0.72, large * 1.24, 14);
  paint.fill();
  write(paint, word, [middle, y + large * 0.06], {
    size: large,
    color: COLORS.ink,
    most: most * 0.66,
  });
  paint.restore();
  const line = { size: Math.max(15, large * 0.3), color: COLORS.text, most: most - 32 };
  write(paint, who, [middle, y + large * 0.98], line);
  write(paint, score, [middle, y + large * 1.45], { ...line, color: COLORS.muted });
}

type Box = Size & { readonly x: number; readonly y: number };

/** A ground for words, around a middle. */
function plate(paint: CanvasRenderingContext2D, { x, y, width, height }: Box): void {
  paint.beginPath();
  paint.roundRect(x - width / 2, y - height / 2, width, height, 12);
  paint.fillStyle = `${COLORS.surface}E6`;
  paint.fill();
  paint.lineWidth = 2;
  paint.strokeStyle = COLORS.border;
  paint.stroke();
}
