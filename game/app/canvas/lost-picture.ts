import type { Timers } from '../../time/timers.ts';

/** A driver that starts anew gives the picture back within this. */
const PATIENCE_MS = 2000;

export type LostPictureOptions = {
  /** Around the canvas. */
  readonly parent: EventTarget;
  readonly timers: Pick<Timers, 'after'>;
  /** The picture has stayed away, or is back. */
  readonly tell: (isLost: boolean) => void;
};

/** Notices a picture that the graphics of the machine have let go of, and do not bring back. */
export function watchPicture({ parent, timers, tell }: LostPictureOptions): void {
  let cancel: (() => void) | null = null;
  // These events do not bubble, but everything hears of them on their way in.
  const listen = (type: string, react: () => void): void =>
    parent.addEventListener(type, react, { capture: true });
  listen('webglcontextlost', () => {
    cancel?.();
    cancel = timers.after(PATIENCE_MS, () => tell(true));
  });
  listen('webglcontextrestored', () => {
    cancel?.();
    tell(false);
  });
}
