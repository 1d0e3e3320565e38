import type { PaintOver } from '../../ui/model/replays-model.ts';

/** The page gets room for a video by hiding its buttons: that is drawn by then. */
const FIRST_PICTURES = 3;

export type ClipSource = {
  /** The picture of the pitch, as large as the window. */
  readonly canvas: HTMLCanvasElement;
  /** Has a function called whenever a picture is being drawn. @returns ends that */
  readonly followPicture: (look: () => void) => () => void;
};

/**
 * A canvas that shows what the pitch shows, and what is painted over it. It keeps its size: what has other sides
 * later, as in a window that is turned, is shown whole.
 *
 * @returns null where the browser has no canvas to paint on
 */
export function mirrorPitch(
  { canvas: pitch, followPicture }: ClipSource,
  paintOver: PaintOver,
): { readonly canvas: HTMLCanvasElement; readonly end: () => void } | null {
  const canvas = document.createElement('canvas');
  const paint = canvas.getContext('2d', { alpha: false });
  if (!paint) return null;
  const ratio = pitch.width / pitch.clientWidth;
  canvas.width = even(pitch.width);
  canvas.height = even(pitch.height);
  let pictures = 0;
  const draw = (): void => {
    pictures += 1;
    if (pictures <= FIRST_PICTURES) return;
    const share = Math.min(canvas.width / pitch.width, canvas.height / pitch.height);
    const [width, height] = [pitch.width * share, pitch.height * share];
    paint.setTransform(1, 0, 0, 1, 0, 0);
    paint.clearRect(0, 0, canvas.width, canvas.height);
    const [left, top] = [(canvas.width - width) / 2, (canvas.height - height) / 2];
    paint.drawImage(pitch, left, top, width, height);
    paint.setTransform(ratio, 0, 0, ratio, 0, 0);
    paintOver(paint, { width: canvas.width / ratio, height: canvas.height / ratio });
  };
  // Behind the engine's drawing and before the browser takes the picture away from it.
  const end = followPicture(() => queueMicrotask(draw));
  return { canvas, end };
}

/** Videos are made of blocks of two by two pixels. */
function even(pixels: number): number {
  return Math.max(2, Math.round(pixels / 2) * 2);
}
