import '../styles/quick.css';
import { emoteOf } from '../../../shared/netplay/chat/chat.ts';
import { keyCap, type KeyAction } from '../../settings/key-bindings.ts';
import { QUICK_PAIRS, quickOf, type QuickPair } from '../model/chat-model.ts';
import { EmoteIcon } from './emote-icon.tsx';
import { usePlayTexts } from '../model/late-texts.ts';
import { useMessages, useUi } from '../model/ui-context.ts';

const KEYS = [0, 1, 2, 3] as const;
const PAIR_KEYS = ['quick1', 'quick2', 'quick3', 'quick4'] as const satisfies readonly KeyAction[];

/** The eight lines in four pairs, each with two emotes: a tap says one, and so do two of the keys beside them. */
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
            <QuickLine id={quickOf(pair, 0)} />
            <QuickLine id={quickOf(pair, 1)} />
            <QuickEmote id={quickOf(pair, 2)} />
            <QuickEmote id={quickOf(pair, 3)} />
          </div>
        ))
      )}
      {!isPair && chat.lacksText.value && <AllowText />}
      {!isPair && canWrite && chat.canType.value && (
        // In a match the pad moves the disc: it gets to no button here.
        <WriteInstead isByPad={hands.last.value === 'pad'} />
      )}
    </div>
  );
}

/** [N86] Turns text on for quick matches. */
function AllowText() {
  const { settings } = useUi();
  const { talk } = usePlayTexts();
  return (
    <button
      type="button"
      class="quick-line"
      data-testid="allow-text"
      onClick={() => settings.update({ quickText: true })}
    >
      {talk.allow}
    </button>
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
      {KEYS.map((key) => (
        <span key={key} class="quick-choice">
          <KeyCap place={key} />
          {key < 2 ? <QuickLine id={quickOf(pair, key)} /> : <QuickEmote id={quickOf(pair, key)} />}
        </span>
      ))}
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

function QuickEmote({ id }: { readonly id: number }) {
  const { chat } = useUi();
  const words = useMessages().chat;
  const emote = emoteOf(id)!;
  return (
    <button
      type="button"
      class="quick-line quick-emote"
      aria-label={words.emotes[emote]}
      title={words.emotes[emote]}
      data-testid={`emote-${emote}`}
      onClick={() => chat.sayQuick(id)}
    >
      <EmoteIcon name={emote} />
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
