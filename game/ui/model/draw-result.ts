import { TEAM_SUN, TEAM_WAVE } from '../../../shared/sim/team.ts';
import { COLORS, type TeamPalette } from '../../settings/theme.ts';
import { paintMark, write } from './paint-card.ts';
import { playerText, type TeamNames } from './result-text.ts';
import type { ResultView } from './view-model.ts';

/** Pixels; the shape that chats and pages show links in. */
const SIZE = { width: 1200, height: 630 } as const;
const STRIPE = 100;
const EDGE = 60;
const NAME_LINES = 4;
/** Up to the best player's name in the middle. */
const NAME_WIDTH = 330;

export type ResultPicture = {
  readonly result: ResultView;
  /** The team that won, in words. */
  readonly title: string;
  /** Below it, in words: how, where the score alone did not decide; else ''. */
  readonly note: string;
  readonly teams: TeamNames;
  readonly palette: TeamPalette;
};

/** Draws a result as a card: score, teams with who scored, and the best player. Sets the canvas's size. */
export function drawResult(canvas: HTMLCanvasElement, picture: ResultPicture): void {
  canvas.width = SIZE.width;
  canvas.height = SIZE.height;
  const paint = canvas.getContext('2d');
  if (!paint) return;
  const { result, title, note, teams, palette } = picture;
  paintGround(paint);
  const middle = SIZE.width / 2;
  write(paint, title, [middle, 92], { size: 54, color: COLORS.text, most: SIZE.width - 2 * EDGE });
  write(paint, note, [middle, 146], { size: 30, color: COLORS.muted, most: SIZE.width - 2 * EDGE });
  write(paint, `${result.sun} – ${result.wave}`, [middle, 250], {
    size: 170,
    color: COLORS.text,
    most: 520,
  });
  paintTeam(paint, { ...picture, isLeft: true, name: teams.sun, color: palette.sun });
  paintTeam(paint, { ...picture, isLeft: false, name: teams.wave, color: palette.wave });
  const best = result.players.find(({ isBest }) => isBest);
  if (best)
    write(paint, `★ ${best.name}`, [middle, 400], { size: 44, color: COLORS.focus, most: 380 });
  write(paint, 'Peerball', [middle, SIZE.height - 48], {
    size: 34,
    color: COLORS.muted,
    most: 300,
  });
}

type TeamPicture = ResultPicture & {
  readonly isLeft: boolean;
  readonly name: string;
  readonly color: string;
};

/** One side: its mark with the pattern of its discs, its name, and those who played. */
function paintTeam(paint: CanvasRenderingContext2D, team: TeamPicture): void {
  const { isLeft, name, color, result } = team;
  const x = isLeft ? EDGE + 155 : SIZE.width - EDGE - 155;
  paintMark(paint, { x, y: 230, radius: 62, color, isStriped: !isLeft });
  write(paint, name, [x, 340], { size: 40, color: COLORS.text, most: 300 });
  const players = result.players.filter((one) => one.team === (isLeft ? TEAM_SUN : TEAM_WAVE));
  for (const [line, player] of players.slice(0, NAME_LINES).entries()) {
    write(paint, playerText(player), [x, 400 + line * 42], {
      size: 30,
      color: COLORS.muted,
      most: NAME_WIDTH,
    });
  }
}

function paintGround(paint: CanvasRenderingContext2D): void {
  for (let x = 0; x < SIZE.width; x += STRIPE) {
    paint.fillStyle = (x / STRIPE) % 2 === 0 ? COLORS.pitch : COLORS.pitchAlt;
    paint.fillRect(x, 0, STRIPE, SIZE.height);
  }
  paint.strokeStyle = COLORS.line;
  paint.lineWidth = 4;
  paint.strokeRect(24, 24, SIZE.width - 48, SIZE.height - 48);
}
