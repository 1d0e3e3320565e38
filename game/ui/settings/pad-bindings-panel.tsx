import { useLayoutEffect, useState } from 'preact/hooks';
import {
  PAD_ACTIONS,
  PAD_RULES,
  type PadAction,
  type PadBindings,
} from '../../settings/pad-bindings.ts';
import { padCap } from '../../settings/pad-caps.ts';
import { bind, ownerOf, unbind } from '../../settings/rebind.ts';
import { Button } from '../controls/button.tsx';
import { useOptionsTexts, usePlayTexts } from '../model/late-texts.ts';
import { useMessages, useUi } from '../model/ui-context.ts';
import { BindingRow, BindingTold, type ToldOfBinding } from './binding-row.tsx';

/** What the buttons of a gamepad do on the pitch, chosen by pressing them. */
export function PadBindingsPanel() {
  const { settings, hands } = useUi();
  const texts = useOptionsTexts();
  const nameOf = usePadActionNames();
  const [listening, setListening] = useState<PadAction | null>(null);
  const [told, setTold] = useState<(ToldOfBinding & { readonly of: PadAction }) | null>(null);
  const { gamepad } = settings.value;
  const { buttons } = gamepad;
  const keep = (changed: PadBindings): void =>
    settings.update({ gamepad: { ...settings.value.gamepad, buttons: changed } });
  useLayoutEffect(() => {
    if (listening === null) return undefined;
    hands.padCatcher.value = (button) => {
      const before = settings.value.gamepad.buttons;
      const changed = bind(PAD_RULES, before, listening, button);
      if (changed !== before) keep(changed);
      const owner = ownerOf(before, listening, button);
      const isBound = changed[listening].includes(button);
      const ownerName = owner === undefined ? null : nameOf(owner);
      const isNews = !isBound || owner !== undefined;
      setTold(isNews ? { of: listening, cap: padCap(button), owner: ownerName, isBound } : null);
      setListening(null);
    };
    // Any key, and any click elsewhere, ends it.
    const end = (): void => setListening(null);
    const endByKey = (event: KeyboardEvent): void => {
      event.preventDefault();
      event.stopPropagation();
      end();
    };
    window.addEventListener('keydown', endByKey, { capture: true });
    window.addEventListener('pointerdown', end, { capture: true });
    return () => {
      hands.padCatcher.value = null;
      window.removeEventListener('keydown', endByKey, { capture: true });
      window.removeEventListener('pointerdown', end, { capture: true });
    };
  }, [listening]);

  return (
    <div class="bindings" data-testid="pad-bindings">
      {PAD_ACTIONS.map((action) => (
        <BindingRow
          key={action}
          name={nameOf(action)}
          caps={buttons[action].map((button) => ({
            cap: padCap(button),
            label: texts.removeKey(padCap(button), nameOf(action)),
            onRemove: () => keep(unbind(buttons, action, button)),
          }))}
          addLabel={texts.addButton(nameOf(action))}
          waits={listening === action ? texts.pressButton : null}
          isFull={!gamepad.on || buttons[action].length >= PAD_RULES.most}
          onAdd={() => setListening(action)}
        >
          {told?.of === action && <BindingTold {...told} />}
        </BindingRow>
      ))}
      <Button kind="quiet" testId="reset-buttons" onClick={() => keep(PAD_RULES.defaults)}>
        {texts.resetButtons}
      </Button>
    </div>
  );
}

function usePadActionNames(): (action: PadAction) => string {
  const { settings: words, chat } = useMessages();
  const texts = useOptionsTexts();
  const { voice } = usePlayTexts();
  const names: { readonly [Action in PadAction]: string } = {
    kick: words.kick,
    quickChat: chat.quickTitle,
    voice: voice.key,
    standings: texts.standings,
  };
  return (action) => names[action];
}
