import type { ComponentChildren } from 'preact';
import { Sentence } from '../controls/literal.tsx';
import { useOptionsTexts } from '../model/late-texts.ts';

export type BindingRowProps = {
  readonly name: string;
  /** What stands on each key or button, what a reader hears of it, and what takes it away. */
  readonly caps: readonly {
    readonly cap: string;
    readonly label: string;
    readonly onRemove: () => void;
  }[];
  /** What a reader hears of the button that adds one. */
  readonly addLabel: string;
  /** Shown instead of the plus while the next key or button is waited for; else null. */
  readonly waits: string | null;
  readonly isFull: boolean;
  readonly onAdd: () => void;
  /** What is told of the last try. */
  readonly children?: ComponentChildren;
};

/** An action with the keys or buttons that do it. */
export function BindingRow(props: BindingRowProps) {
  return (
    <>
      <div class="setting">
        <span>{props.name}</span>
        <span class="row">
          {props.caps.map(({ cap, label, onRemove }) => (
            <button
              key={cap}
              type="button"
              class="key-cap"
              translate={false}
              aria-label={label}
              onClick={onRemove}
            >
              {cap}
            </button>
          ))}
          <button
            type="button"
            class="icon-button"
            aria-label={props.addLabel}
            disabled={props.isFull}
            onClick={props.onAdd}
          >
            {props.waits ?? '+'}
          </button>
        </span>
      </div>
      {props.children}
    </>
  );
}

/** What came of the last key or button that was pressed for an action. */
export type ToldOfBinding = {
  readonly cap: string;
  /** The name of the action that had it before; null where none had it. */
  readonly owner: string | null;
  readonly isBound: boolean;
  /** It belongs to the second person of this window. */
  readonly isSeconds?: boolean;
};

/** Why a key or button was refused, or from which action it was taken. */
export function BindingTold({ cap, owner, isBound, isSeconds = false }: ToldOfBinding) {
  const texts = useOptionsTexts();
  if (owner === null) {
    return (
      <p class="chat-refusal" role="alert" data-testid="refused-key">
        {isSeconds ? <Sentence say={texts.second.hasKey} literal={cap} /> : texts.refusedKey}
      </p>
    );
  }
  const say = isBound ? texts.tookKey : texts.lastKey;
  return (
    <p
      class={isBound ? 'hint' : 'chat-refusal'}
      role="alert"
      data-testid={isBound ? 'took-key' : 'refused-key'}
    >
      <Sentence say={(key) => say(key, owner)} literal={cap} />
    </p>
  );
}
