import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Button } from './button.tsx';
import { useMessages } from '../model/ui-context.ts';

export type FileButtonProps = {
  /** What it is for, to those who do not see it. */
  readonly label: string;
  /** As an input's `accept`. */
  readonly accept: string;
  readonly onFile: (file: File) => void;
  readonly children: ComponentChildren;
  /** Stands below the button. */
  readonly hint?: ComponentChildren;
  readonly testId: string;
  readonly inputTestId: string;
};

/** The button that takes in a file. */
export function FileButton(props: FileButtonProps) {
  const { label, accept, onFile, children, hint, testId, inputTestId } = props;
  const { pad } = useMessages();
  const input = useRef<HTMLInputElement>(null);
  const [isBlocked, setBlocked] = useState(false);
  const choose = (): void => {
    try {
      if ('showPicker' in HTMLInputElement.prototype) input.current?.showPicker();
      else input.current?.click();
    } catch {
      // Browsers open it for a finger, a pointer or a key alone.
      setBlocked(true);
    }
  };
  return (
    <>
      <Button icon="file" onClick={choose} testId={testId}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        accept={accept}
        class="off-screen"
        tabIndex={-1}
        aria-label={label}
        data-testid={inputTestId}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) onFile(file);
          event.currentTarget.value = '';
        }}
      />
      {hint}
      {isBlocked && (
        <p class="notice" role="alert" data-testid="only-by-hand">
          {pad.onlyByHand}
        </p>
      )}
    </>
  );
}
