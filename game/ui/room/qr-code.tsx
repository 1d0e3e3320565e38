import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { LoadProblem } from '../../load/load-problem.ts';
import { MendButton } from '../notices/page-notices.tsx';
import { useMessages, useUi } from '../model/ui-context.ts';

/** A large QR code; what draws it is loaded only when somebody asks for one. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { notices } = useUi();
  const { load, errors } = useMessages();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [problem, setProblem] = useState<LoadProblem | null>(null);
  const [tries, setTries] = useState(0);
  useLayoutEffect(() => {
    void show();
  }, [text, tries]);
  async function show(): Promise<void> {
    const loaded = await notices.loadQr();
    setProblem(loaded.ok ? null : loaded.error);
    if (loaded.ok && canvas.current) loaded.value(canvas.current, text);
  }

  return (
    <figure class="qr">
      <canvas
        ref={canvas}
        role="img"
        aria-label={label}
        hidden={problem !== null}
        data-testid="qr"
      />
      {problem === null ? (
        <figcaption>{label}</figcaption>
      ) : (
        <div class="stack" role="status" data-testid="qr-missing" data-problem={problem}>
          <p>
            <strong>{load.missing.qr}</strong> {errors[problem].text}
          </p>
          <div class="row">
            <MendButton problem={problem} onRetry={() => setTries(tries + 1)} />
          </div>
        </div>
      )}
    </figure>
  );
}
