import { useRef } from 'preact/hooks';
import { FREE_ZOOM, type WatchView } from '../model/replays-model.ts';
import { usePlaceOnPitch } from './use-place-on-pitch.ts';

/** Fingers shake: so many CSS pixels are still a tap. */
const TAP_PX = 8;

type Point = { readonly x: number; readonly y: number };

/** What a pointer does on the pitch of a replay, and how a camera is moved by what is seen of it. */
export function useFreeCamera(view: WatchView) {
  const placeOf = usePlaceOnPitch();
  const pointers = useRef(new Map<number, Point>());
  const wandered = useRef(0);

  /** By CSS pixels of the picture, whichever way it is turned. */
  const moveBy = (right: number, down: number): void => {
    const [from, to] = [placeOf(0, 0), placeOf(right, down)];
    if (from && to) view.moveCamera(to.x - from.x, to.y - from.y);
  };

  const press = ({ pointerId, clientX: x, clientY: y, currentTarget }: PointerEvent): void => {
    if (!view.isFree.value) return followAt(x, y);
    (currentTarget as Element).setPointerCapture(pointerId);
    if (pointers.current.size === 0) wandered.current = 0;
    pointers.current.set(pointerId, { x, y });
  };

  /** One pointer drags the pitch along; of two the distance brings the camera nearer as well. */
  const move = ({ pointerId, clientX: x, clientY: y }: PointerEvent): void => {
    const before = pointers.current.get(pointerId);
    if (!before) return;
    const other = [...pointers.current].find(([id]) => id !== pointerId)?.[1];
    const [right, down] = [x - before.x, y - before.y];
    wandered.current += Math.hypot(right, down);
    pointers.current.set(pointerId, { x, y });
    const share = other ? 0.5 : 1;
    moveBy(-right * share, -down * share);
    if (!other) return;
    const apart = Math.hypot(before.x - other.x, before.y - other.y);
    if (apart > 0) view.zoomCamera(Math.hypot(x - other.x, y - other.y) / apart);
  };

  const release = ({ pointerId, clientX, clientY, type }: PointerEvent): void => {
    if (!pointers.current.delete(pointerId) || type !== 'pointerup') return;
    if (pointers.current.size === 0 && wandered.current <= TAP_PX) followAt(clientX, clientY);
  };

  const wheel = (event: WheelEvent): void => {
    if (!view.isFree.value || event.deltaY === 0) return;
    event.preventDefault();
    view.zoomCamera(event.deltaY < 0 ? FREE_ZOOM.step : 1 / FREE_ZOOM.step);
  };

  function followAt(x: number, y: number): void {
    const at = placeOf(x, y);
    if (at) view.followAt(at.x, at.y);
  }

  return {
    moveBy,
    onPitch: {
      onPointerDown: press,
      onPointerMove: move,
      onPointerUp: release,
      onPointerCancel: release,
      onWheel: wheel,
    },
  };
}
