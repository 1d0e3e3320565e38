import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../controls/icon.tsx';
import { letGo } from '../controls/let-go.ts';
import { useMessages } from '../model/ui-context.ts';

type NoticeProps = {
  readonly name: string;
  readonly icon: IconName;
  readonly text: string;
  readonly onClose: () => void;
  readonly children?: ComponentChildren;
};

/** A notice over the pitch that can be put away; `children` are what else can be done. */
export function ClosableNotice({ name, icon, text, onClose, children }: NoticeProps) {
  const { common } = useMessages();
  return (
    <section class={`notice page-notice notice-${name}`} data-testid={`notice-${name}`}>
      <Icon name={icon} />
      <p>{text}</p>
      <div class="row">
        {children}
        <button
          type="button"
          class="icon-button"
          aria-label={common.close}
          data-testid={`close-${name}`}
          onClick={(event) => {
            letGo(event);
            onClose();
          }}
        >
          <Icon name="close" />
        </button>
      </div>
    </section>
  );
}
