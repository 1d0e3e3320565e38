import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from './icon.tsx';
import { useMessages } from '../model/ui-context.ts';

export type DialogProps = {
  readonly title: string;
  /** The title as it is seen, where it is more than words. */
  readonly heading?: ComponentChildren;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  /** To what had it before; true when left out. */
  readonly givesFocusBack?: boolean;
  readonly className?: string;
  readonly testId?: string;
};

/** The browser's own modal dialog: it holds the focus. */
export function Dialog({
  title,
  heading = title,
  onClose,
  children,
  givesFocusBack = true,
  className = '',
  testId,
}: DialogProps) {
  const { common } = useMessages();
  const dialog = useRef<HTMLDialogElement>(null);
  // Before the effects of what is in it: the browser focuses the first control, they the right one.
  useLayoutEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      if (!(before instanceof HTMLElement)) return;
      // The browser gives it back by itself, but not where its dialog is gone by now.
      if (givesFocusBack) before.focus();
      else before.blur();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class={`dialog ${className}`}
      aria-label={title}
      data-testid={testId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // A gamepad's Escape is no trusted event: the browser would not cancel by itself.
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div class="dialog-body">
        <header class="dialog-head">
          <h2>{heading}</h2>
          <button type="button" class="icon-button" aria-label={common.close} onClick={onClose}>
            <Icon name="close" />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
