import { useLayoutEffect, useState } from 'preact/hooks';
import {
  DEFAULT_KEY_BINDINGS,
  KEY_ACTIONS,
  KEY_RULES,
  type KeyAction,
  keyCap,
  MAX_KEYS_PER_ACTION,
} from '../../settings/key-bindings.ts';
import { learnKeyLabel } from '../../settings/key-labels.ts';
import { isOfSecond } from '../../settings/two-hands.ts';
import { bind, ownerOf, unbind } from '../../settings/rebind.ts';
import { Button } from '../controls/button.tsx';
import { useOptionsTexts, usePlayTexts } from '../model/late-texts.ts';
import { useMessages, useUi } from '../model/ui-context.ts';
import { BindingRow, BindingTold, type ToldOfBinding } from './binding-row.tsx';

/** Every action with its keys; a key that is bound anew leaves the action that had it, and that is told. */
export function KeyBindingsPanel() {
  const { settings, model } = useUi();
  const texts = useOptionsTexts();
  const nameOf = useActionNames();
  const [listening, setListening] = useState<KeyAction | null>(null);
  const [told, setTold] = useState<(ToldOfBinding & { readonly of: KeyAction }) | null>(null);
  const { keys, movedKeys } = settings.value;
  // Not after the next frame, which may be slow: the key comes right after the click.
  useLayoutEffect(() => {
    if (listening === null) return undefined;
    const take = (event: KeyboardEvent) => {
      event.preventDefault();
      event.stopPropagation();
      const { code } = event;
      learnKeyLabel(event);
      // [N77] While a second person has it nobody else gets it.
      const hand = model.second.value?.parts.value?.hand.value ?? null;
      if (hand !== null && isOfSecond(hand, code)) {
        setTold({ of: listening, cap: keyCap(code), owner: null, isBound: false, isSeconds: true });
        setListening(null);
        return;
      }
      const before = settings.value.keys;
      const changed = bind(KEY_RULES, before, listening, code);
      if (changed !== before) settings.update({ keys: changed, movedKeys: [] });
      const owner = ownerOf(before, listening, code);
      const isBound = changed[listening].includes(code);
      // The Escape key only ends it.
      const isNews = code !== 'Escape' && (!isBound || owner !== undefined);
      const ownerName = owner === undefined ? null : nameOf(owner);
      setTold(isNews ? { of: listening, cap: keyCap(code), owner: ownerName, isBound } : null);
      setListening(null);
    };
    // Before the dialog and the game hear of it.
    window.addEventListener('keydown', take, { capture: true });
    return () => window.removeEventListener('keydown', take, { capture: true });
  }, [listening]);

  return (
    <div class="bindings">
      {KEY_ACTIONS.map((action) => (
        <BindingRow
          key={action}
          name={nameOf(action)}
          caps={keys[action].map((code) => ({
            cap: keyCap(code),
            label: texts.removeKey(keyCap(code), nameOf(action)),
            onRemove: () => settings.update({ keys: unbind(keys, action, code) }),
          }))}
          addLabel={texts.addKey(nameOf(action))}
          waits={listening === action ? texts.pressKey : null}
          isFull={keys[action].length >= MAX_KEYS_PER_ACTION}
          onAdd={() => setListening(action)}
        >
          {told?.of === action && <BindingTold {...told} />}
          {movedKeys.includes(action) && (
            <p class="hint" data-testid="moved-key">
              {texts.movedKey}
            </p>
          )}
        </BindingRow>
      ))}
      <Button
        kind="quiet"
        onClick={() => settings.update({ keys: DEFAULT_KEY_BINDINGS, movedKeys: [] })}
      >
        {texts.resetKeys}
      </Button>
    </div>
  );
}

/** What each action is called; the menu does without the word for the key to talk. */
function useActionNames(): (action: KeyAction) => string {
  const { settings: words } = useMessages();
  const { voice } = usePlayTexts();
  return (action) => (action === 'voice' ? voice.key : words[action]);
}
