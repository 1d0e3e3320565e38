/** Whether a page may have all of the screen here: an iPhone never lets it, a frame may not. */
export function canFillScreen(): boolean {
  return document.fullscreenEnabled;
}

/** Not in the types of the DOM, since some browsers have none. */
type Lockable = { readonly lock?: (orientation: 'landscape') => Promise<void> };

/** Enters or leaves full screen; does nothing where the browser refuses it. */
export async function toggleFullScreen(): Promise<void> {
  try {
    if (document.fullscreenElement) await document.exitFullscreen();
    else {
      await document.documentElement.requestFullscreen();
      // [V67] As wide as the pitch, where the device can be turned.
      await (screen.orientation as Lockable).lock?.('landscape');
    }
  } catch {
    // Some browsers and frames refuse it: the page then stays as it is.
  }
}
