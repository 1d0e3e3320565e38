import { keyCap, type KeyAction } from '../../settings/key-bindings.ts';
import { QUICK_PAIRS, type QuickPair } from '../model/chat-model.ts';
import { Icon } from '../controls/icon.tsx';
import { useMessages, useUi } from '../model/ui-context.ts';

const PAIR_KEYS = ['quick1', 'quick2', 'quick3', 'quick4'] as const satisfies readonly KeyAction[];

/** Opens the lines for thumbs and pointers. */
export function QuickChatButton() {
  const { chat } = useUi();
  const words = useMessages().chat;
  const isOpen = chat.quick.value.state !== 'closed';
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={words.quickTitle}
      aria-expanded={isOpen}
      title={words.quickTitle}
      data-testid="quick-chat"
      onClick={() => chat.openQuick(!isOpen)}
    >
      <Icon name="message" />
    </button>
  );
}

/** The eight lines in four pairs: a tap says one, and so do two of the keys beside them. */
export function QuickChatMenu({ canWrite }: { readonly canWrite: boolean }) {
  const { chat, hands } = useUi();
  const words = useMessages().chat;
  const { value } = chat.quick;
  if (value.state === 'closed') return null;
  const isPair = value.state === 'pair';
  return (
    <div
      class={isPair ? 'quick-menu is-pair' : 'quick-menu'}
      role="group"
      aria-label={words.quickTitle}
      data-testid="quick-menu"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        chat.openQuick(false);
      }}
    >
      {isPair ? (
        <ChosenPair pair={value.pair} />
      ) : (
        QUICK_PAIRS.map((pair) => (
          <div key={pair} class="quick-pair">
            <KeyCap place={pair} />
            <QuickLine id={pair * 2} />
            <QuickLine id={pair * 2 + 1} />
          </div>
        ))
      )}
      {!isPair && canWrite && chat.canType.value && (
        // In a match the pad moves the disc: it gets to no button here.
        <WriteInstead isByPad={hands.last.value === 'pad'} />
      )}
    </div>
  );
}

function WriteInstead({ isByPad }: { readonly isByPad: boolean }) {
  const { chat } = useUi();
  const words = useMessages().chat;
  if (isByPad) {
    return (
      <p class="quick-hint" data-testid="write-by-keyboard">
        {words.byKeyboard}
      </p>
    );
  }
  return (
    <button type="button" class="quick-line" onClick={() => chat.openTyping(true)}>
      {words.write}
    </button>
  );
}

/** Small and beside the pitch: whoever came here by a key knows what the next one does. */
function ChosenPair({ pair }: { readonly pair: QuickPair }) {
  return (
    <div class="quick-pair">
      <KeyCap place={0} />
      <QuickLine id={pair * 2} />
      <KeyCap place={1} />
      <QuickLine id={pair * 2 + 1} />
    </div>
  );
}

function QuickLine({ id }: { readonly id: number }) {
  const { chat } = useUi();
  const words = useMessages().chat;
  return (
    <button
      type="button"
      class="quick-line"
      data-testid={`quick-${id}`}
      onClick={() => chat.sayQuick(id)}
    >
      {words.quick[id]}
    </button>
  );
}

/** The key or the direction of the cross that says it; a finger needs none. */
function KeyCap({ place }: { readonly place: QuickPair }) {
  const { hands, settings } = useUi();
  const hand = hands.last.value;
  if (hand === 'touch') return null;
  return (
    <kbd aria-hidden="true">
      {hand === 'pad' ? CROSS[place] : keyCap(settings.value.keys[PAIR_KEYS[place]][0] ?? '')}
    </kbd>
  );
}

/** As `QuickPad` reads it. */
const CROSS = ['↑', '→', '↓', '←'] as const;
