import { Fragment } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import {
  bindKey,
  DEFAULT_KEY_BINDINGS,
  KEY_ACTIONS,
  type KeyAction,
  keyCap,
  MAX_KEYS_PER_ACTION,
  unbindKey,
} from '../../settings/key-bindings.ts';
import { learnKeyLabel } from '../../settings/key-labels.ts';
import { Button } from '../controls/button.tsx';
import { usePlayTexts } from '../model/late-texts.ts';
import { useMessages, useUi } from '../model/ui-context.ts';

/** Every action with its keys; a key that is bound anew leaves the action that had it. */
export function KeyBindingsPanel() {
  const { settings } = useUi();
  const { settings: words } = useMessages();
  const nameOf = useActionNames();
  const [listening, setListening] = useState<KeyAction | null>(null);
  const [refused, setRefused] = useState<KeyAction | null>(null);
  // Not after the next frame, which may be slow: the key comes right after the click.
  useLayoutEffect(() => {
    if (listening === null) return undefined;
    const take = (event: KeyboardEvent) => {
      event.preventDefault();
      event.stopPropagation();
      const { keys } = settings.value;
      const changed = bindKey(keys, listening, event.code);
      learnKeyLabel(event);
      if (changed !== keys) settings.update({ keys: changed });
      // The Escape key only ends it.
      const isBound = changed[listening].includes(event.code) || event.code === 'Escape';
      setRefused(isBound ? null : listening);
      setListening(null);
    };
    // Before the dialog and the game hear of it.
    window.addEventListener('keydown', take, { capture: true });
    return () => window.removeEventListener('keydown', take, { capture: true });
  }, [listening]);

  return (
    <div class="bindings">
      {KEY_ACTIONS.map((action) => (
        <Fragment key={action}>
          <div class="setting">
            <span>{nameOf(action)}</span>
            <span class="row">
              <KeyCaps action={action} />
              <button
                type="button"
                class="icon-button"
                aria-label={words.addKey(nameOf(action))}
                disabled={settings.value.keys[action].length >= MAX_KEYS_PER_ACTION}
                onClick={() => setListening(action)}
              >
                {listening === action ? words.pressKey : '+'}
              </button>
            </span>
          </div>
          {refused === action && (
            <p class="chat-refusal" role="alert" data-testid="refused-key">
              {words.refusedKey}
            </p>
          )}
        </Fragment>
      ))}
      <Button kind="quiet" onClick={() => settings.update({ keys: DEFAULT_KEY_BINDINGS })}>
        {words.resetKeys}
      </Button>
    </div>
  );
}

function KeyCaps({ action }: { readonly action: KeyAction }) {
  const { settings } = useUi();
  const { settings: words } = useMessages();
  const nameOf = useActionNames();
  return (
    <>
      {settings.value.keys[action].map((code) => (
        <button
          key={code}
          type="button"
          class="key-cap"
          translate={false}
          aria-label={words.removeKey(keyCap(code), nameOf(action))}
          onClick={() => settings.update({ keys: unbindKey(settings.value.keys, action, code) })}
        >
          {keyCap(code)}
        </button>
      ))}
    </>
  );
}

/** What each action is called; the menu does without the word for the key to talk. */
function useActionNames(): (action: KeyAction) => string {
  const { settings: words } = useMessages();
  const { voice } = usePlayTexts();
  return (action) => (action === 'voice' ? voice.key : words[action]);
}
