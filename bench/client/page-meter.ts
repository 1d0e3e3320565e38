/** What a page counts of itself while a match runs; see `startMeter`. */
export type MeterFigures = {
  /** From one picture to the next, ms. */
  readonly frameMs: readonly number[];
  /** What the page works for a picture, ms. */
  readonly workMs: readonly number[];
  /** Calls to WebGL in a picture. */
  readonly drawCalls: readonly number[];
  /** From a key to the picture in which the own disc obeys, ms. */
  readonly keyMs: readonly number[];
  readonly keysPressed: number;
};

declare global {
  interface Window {
    __meter?: { reset(): void; read(): MeterFigures };
  }
}

/**
 * Runs in the page, before any script of it, and knows nothing of this module. Counts the pictures
 * that the game draws and the calls to WebGL in each; it allocates nothing while it does. A key counts
 * from its event's time stamp, which is the browser's, until the end of the first picture behind a change of
 * the own disc's speed in the key's direction.
 */
export function startMeter(): void {
  const kept = 20_000;
  const seats = 8;
  const frameMs = new Float64Array(kept);
  const workMs = new Float64Array(kept);
  const drawCalls = new Float64Array(kept);
  const keyMs: number[] = [];
  let frames = 0;
  let keysPressed = 0;
  let calls = 0;
  let lastMs = 0;
  let pressed: { atMs: number; sign: number; speed: number } | null = null;

  for (const name of ['drawArrays', 'drawElements'] as const) {
    const { prototype } = WebGLRenderingContext;
    const draw = prototype[name] as (...args: unknown[]) => void;
    prototype[name] = function count(this: WebGLRenderingContext, ...args: unknown[]) {
      calls += 1;
      draw.apply(this, args);
    };
  }

  /** Of the own disc along x; seats' discs are the last ones, four numbers each. */
  const readOwnSpeed = (): number => {
    const probe = window.__peerball;
    const seat = probe?.members.find(({ id }) => id === probe.self)?.seat ?? null;
    return probe && seat !== null ? (probe.discs.at((seat - seats) * 4 + 2) ?? 0) : 0;
  };

  window.addEventListener(
    'keydown',
    ({ code, timeStamp, repeat }) => {
      const sign = code === 'ArrowRight' ? 1 : code === 'ArrowLeft' ? -1 : 0;
      if (sign === 0 || repeat) return;
      keysPressed += 1;
      pressed = { atMs: timeStamp, sign, speed: readOwnSpeed() };
    },
    { capture: true },
  );

  const drawNext = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (draw) =>
    drawNext((timeMs) => {
      calls = 0;
      const startMs = performance.now();
      draw(timeMs);
      const endMs = performance.now();
      // Callbacks that draw nothing are not the game's.
      if (calls === 0 || frames >= kept) return;
      if (lastMs > 0) {
        frameMs[frames] = timeMs - lastMs;
        workMs[frames] = endMs - startMs;
        drawCalls[frames] = calls;
        frames += 1;
      }
      lastMs = timeMs;
      if (pressed && (readOwnSpeed() - pressed.speed) * pressed.sign > 0.01) {
        keyMs.push(endMs - pressed.atMs);
        pressed = null;
      }
    });

  window.__meter = {
    reset() {
      frames = 0;
      lastMs = 0;
      keysPressed = 0;
      keyMs.length = 0;
      pressed = null;
    },
    read: () => ({
      frameMs: Array.from(frameMs.subarray(0, frames)),
      workMs: Array.from(workMs.subarray(0, frames)),
      drawCalls: Array.from(drawCalls.subarray(0, frames)),
      keyMs: Array.from(keyMs),
      keysPressed,
    }),
  };
}
