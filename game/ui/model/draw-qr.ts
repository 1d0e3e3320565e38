import { generate } from 'lean-qr';

/** Light modules around the code, so that cameras find it. */
const QUIET_ZONE = 4;

/** Draws `text` as a QR code with its quiet zone. */
export function drawQr(canvas: HTMLCanvasElement, text: string): void {
  const pad = QUIET_ZONE;
  generate(text).toCanvas(canvas, { on: [11, 18, 32], off: [255, 255, 255], padX: pad, padY: pad });
}
