import { useLayoutEffect, useState } from 'preact/hooks';

/** Shorter than that is no news: it would only flicker. */
const LASTING_MS = 300;

/** True once it has been so for a moment. */
export function useLasting(is: boolean): boolean {
  const [lasts, setLasts] = useState(false);
  useLayoutEffect(() => {
    setLasts(false);
    if (!is) return undefined;
    const timer = setTimeout(() => setLasts(true), LASTING_MS);
    return () => clearTimeout(timer);
  }, [is]);
  return is && lasts;
}
