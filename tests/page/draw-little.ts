/**
 * Lets a page draw four pictures a second: nobody looks at them, and ticks come without. To be run before its scripts,
 * as is the one below. A hidden page draws nothing all the same: the browser's own clock comes last.
 */
export function drawSeldom(): void {
  const drawNext = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (draw) => Number(setTimeout(() => drawNext(draw), 250));
}

/** Leaves a page's canvas empty: without a graphics card each picture of a pitch takes a processor for 50 ms. */
export function paintNothing(): void {
  for (const { prototype } of [WebGLRenderingContext, WebGL2RenderingContext]) {
    prototype.drawArrays = () => {};
    prototype.drawElements = () => {};
  }
}
