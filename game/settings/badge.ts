/** Code units of the longest badge that a person can choose: two letters with their marks. */
export const BADGE_CHARS_MAX = 8;

/** As NFKC has them; not what takes room and is drawn as nothing, as fillers of Korean are. */
const LETTERS = /^(?:(?!\p{DI})[\p{L}\p{N}]\p{M}{0,3}){1,2}$/u;
const PICTURE = /^\p{Extended_Pictographic}\uFE0F?$/u;
const HAS_PICTURE = /\p{Extended_Pictographic}/u;

/**
 * [R35] What a person may choose for its disc: one or two letters or digits, or one picture. Anything else,
 * and what was stored by a hand, is ''.
 */
export function readBadge(value: unknown): string {
  if (typeof value !== 'string' || value.length > BADGE_CHARS_MAX) return '';
  const text = value.trim().normalize('NFKC');
  const fits = text.length <= BADGE_CHARS_MAX && (LETTERS.test(text) || PICTURE.test(text));
  return fits ? text : '';
}

const LONE_PICTURE = /^\p{Extended_Pictographic}$/u;

/** As it is to be drawn: a picture in its colours also where a font has it as a sign of one colour. */
export function inColours(text: string): string {
  return LONE_PICTURE.test(text) ? `${text}\uFE0F` : text;
}

const SIZE = 24;
/** By text: the machine's fonts stay. */
const drawn = new Map<string, boolean>();

/**
 * Whether this machine draws a text with pictures in colours of its own. Where it has no font for them it
 * draws boxes, in the colour that was asked for. False without a canvas.
 */
export function drawsPictures(text: string): boolean {
  const known = drawn.get(text);
  if (known !== undefined) return known;
  const draws = looksDrawn(text);
  drawn.set(text, draws);
  return draws;
}

/** True for a text that not every machine can draw. */
export function hasPicture(text: string): boolean {
  return HAS_PICTURE.test(text);
}

function looksDrawn(text: string): boolean {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIZE;
  const paint = canvas.getContext('2d', { willReadFrequently: true });
  if (!paint) return false;
  paint.font = `${SIZE * 0.75}px sans-serif`;
  paint.textAlign = 'center';
  paint.textBaseline = 'middle';
  paint.fillStyle = '#f00';
  paint.fillText(inColours(text), SIZE / 2, SIZE / 2, SIZE);
  const { data } = paint.getImageData(0, 0, SIZE, SIZE);
  return data.some((value, index) => index % 4 !== 0 && index % 4 !== 3 && value > 0);
}
