import { useLayoutEffect, useRef } from 'preact/hooks';
import { useUi } from '../model/ui-context.ts';
import type { PictureView } from '../model/view-model.ts';

type Place = { readonly x: number; readonly y: number };

/** From CSS pixels in the window to a place of the map, as of the last picture; null before the first. */
export function usePlaceOnPitch(): (x: number, y: number) => Place | null {
  const { actions } = useUi();
  const last = useRef<PictureView | null>(null);
  useLayoutEffect(
    () =>
      actions.followPicture((picture) => {
        last.current = picture;
      }),
    [],
  );
  return (x, y) => last.current && placeIn(last.current, x, y);
}

/** The picture is turned and enlarged, never skewed: two of its axes tell how. */
function placeIn(picture: PictureView, x: number, y: number): Place | null {
  const [fromX, fromY] = [picture.windowX(0, 0), picture.windowY(0, 0)];
  const [ax, ay] = [picture.windowX(1, 0) - fromX, picture.windowY(1, 0) - fromY];
  const [bx, by] = [picture.windowX(0, 1) - fromX, picture.windowY(0, 1) - fromY];
  const area = ax * by - bx * ay;
  if (area === 0) return null;
  const [dx, dy] = [x - fromX, y - fromY];
  return { x: (dx * by - bx * dy) / area, y: (ax * dy - dx * ay) / area };
}
