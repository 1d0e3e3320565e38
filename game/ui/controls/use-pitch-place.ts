import type { Ref } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useUi } from '../model/ui-context.ts';

/** The pitch is drawn where this element is, wherever the style sheet puts it. */
export function usePitchPlace(): Ref<HTMLDivElement> {
  const { actions } = useUi();
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = place.current!;
    const tell = () => {
      const { top, left, right, bottom } = element.getBoundingClientRect();
      const { innerWidth, innerHeight } = window;
      actions.placePitch({ top, left, right: innerWidth - right, bottom: innerHeight - bottom });
    };
    const watch = new ResizeObserver(tell);
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return place;
}
