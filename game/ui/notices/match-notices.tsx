import type { Signal } from '@preact/signals';
import { Button } from '../controls/button.tsx';
import { useOptionsTexts, usePlayTexts } from '../model/late-texts.ts';
import { useMessages, useUi } from '../model/ui-context.ts';
import { ClosableNotice } from './closable-notice.tsx';

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
    <ClosableNotice
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
    </ClosableNotice>
  );
}

/** [V67] Shown by the style sheet to a phone that is held upright. */
function TurnHint() {
  const { settings } = useUi();
  const { once } = useOptionsTexts();
  const close = (): void => settings.update({ told: [...settings.value.told, 'turn'] });
  return <ClosableNotice name="turn" icon="rematch" text={once.turn} onClose={close} />;
}
