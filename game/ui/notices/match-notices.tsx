import type { Signal } from '@preact/signals';
import { Button } from '../controls/button.tsx';
import { Icon, type IconName } from '../controls/icon.tsx';
import { letGo } from '../controls/let-go.ts';
import { useOptionsTexts, usePlayTexts } from '../model/late-texts.ts';
import { useMessages, useUi } from '../model/ui-context.ts';
import type { ComponentChildren } from 'preact';

/** What is said once over a match, and can be put away. @param strangers they are new to this person */
export function MatchNotices({ strangers }: { readonly strangers: Signal<boolean> }) {
  const { model, hands, settings, notices } = useUi();
  const isTurnable = hands.last.value === 'touch' && !settings.value.told.includes('turn');
  // There is one place for what stands there, and room for one thing in it.
  if (notices.missing.value) return null;
  const mayTurn = isTurnable && model.screen.value.screen === 'match';
  return (
    <div class="page-notices" role="status">
      {strangers.value ? <Strangers isOpen={strangers} /> : mayTurn && <TurnHint />}
    </div>
  );
}

/** [L177] Hidden from now on: the way in is begun anew, and nobody met from then on sees it. */
function Strangers({ isOpen }: { readonly isOpen: Signal<boolean> }) {
  const { actions, hands, settings } = useUi();
  const { settings: words } = useMessages();
  const { once } = usePlayTexts();
  const hide = (): void => {
    settings.update({ hideAddress: true });
    actions.play(hands.last.value);
  };
  return (
    <Notice
      name="strangers"
      icon="eye"
      text={once.address}
      onClose={() => {
        isOpen.value = false;
      }}
    >
      <Button onClick={hide} testId="hide-address">
        {words.hideAddress}
      </Button>
    </Notice>
  );
}

/** [V67] Shown by the style sheet to a phone that is held upright. */
function TurnHint() {
  const { settings } = useUi();
  const { once } = useOptionsTexts();
  const close = (): void => settings.update({ told: [...settings.value.told, 'turn'] });
  return <Notice name="turn" icon="rematch" text={once.turn} onClose={close} />;
}

type NoticeProps = {
  readonly name: string;
  readonly icon: IconName;
  readonly text: string;
  readonly onClose: () => void;
  readonly children?: ComponentChildren;
};

function Notice({ name, icon, text, onClose, children }: NoticeProps) {
  const { common } = useMessages();
  return (
    <section class={`notice page-notice notice-${name}`} data-testid={`notice-${name}`}>
      <Icon name={icon} />
      <p>{text}</p>
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
    </section>
  );
}
