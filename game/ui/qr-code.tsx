import { useEffect, useRef } from 'preact/hooks';

/** Light modules around the code, so that cameras find it. */
const QUIET_ZONE = 4;

/** A large QR code; its generator is loaded only when somebody asks for one. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    void drawQr(canvas.current, text);
  }, [text]);
  return (
    <figure class="qr">
      <canvas ref={canvas} role="img" aria-label={label} data-testid="qr" />
      <figcaption>{label}</figcaption>
    </figure>
  );
}

async function drawQr(canvas: HTMLCanvasElement | null, text: string): Promise<void> {
  const { generate } = await import('lean-qr');
  if (!canvas) return;
  const pad = QUIET_ZONE;
  generate(text).toCanvas(canvas, { on: [11, 18, 32], off: [255, 255, 255], padX: pad, padY: pad });
}
