import { useLayoutEffect, useRef } from 'preact/hooks';
import type { RoomCode } from '../../../shared/lobby/ids.ts';
import { parseRoomCode } from '../../../shared/lobby/ids.ts';

/** Tells which rooms can be seen, whenever that changes. For the `ref` of each line of the list. */
export function useRoomsInView(
  onLook: (codes: readonly RoomCode[]) => void,
): (line: HTMLLIElement | null) => void {
  const state = useRef<{ readonly observer: IntersectionObserver | null } | null>(null);
  const seen = useRef(new Map<Element, RoomCode>());
  if (state.current === null) {
    const observer =
      typeof IntersectionObserver === 'function'
        ? new IntersectionObserver((entries) => {
            for (const { target, isIntersecting } of entries) {
              const code = parseRoomCode((target as HTMLElement).dataset['code']);
              if (isIntersecting && code !== null) seen.current.set(target, code);
              else seen.current.delete(target);
            }
            for (const line of seen.current.keys()) {
              if (!line.isConnected) seen.current.delete(line);
            }
            onLook([...seen.current.values()]);
          })
        : null;
    state.current = { observer };
  }
  useLayoutEffect(
    () => () => {
      state.current?.observer?.disconnect();
      onLook([]);
    },
    [],
  );
  const { observer } = state.current;
  const watch = useRef((line: HTMLLIElement | null) => {
    if (line !== null) observer?.observe(line);
  });
  return watch.current;
}
