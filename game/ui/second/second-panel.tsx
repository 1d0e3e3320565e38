import '../styles/second.css';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { NAME_GRAPHEMES_MAX } from '../../../shared/base/room-limits.ts';
import { NICK_CHARS_MAX } from '../../settings/settings.ts';
import {
  capsOf,
  keysOfFirst,
  keysOfSecond,
  SECOND_HANDS,
  type SecondHand,
} from '../../settings/two-hands.ts';
import { Button } from '../controls/button.tsx';
import { PasswordForm } from '../controls/password-form.tsx';
import { SettingChoice } from '../controls/setting-fields.tsx';
import { useOptionsTexts } from '../model/late-texts.ts';
import type { SecondPersonView } from '../model/second-person-model.ts';
import { sayProblem } from '../model/text-problem.ts';
import { useMessages, useUi } from '../model/ui-context.ts';
import { SecondInRoom } from './second-in-room.tsx';
import { SecondMark } from './second-mark.tsx';

/** Between two looks at which gamepads there are: browsers do not tell of all. */
const LOOK_MS = 1000;

type Props = { readonly view: SecondPersonView };

/** The second person of this window: how it comes, what it plays with, and its part in the room. */
export function SecondPanel({ view }: Props) {
  const { second: texts } = useOptionsTexts();
  const panel = useRef<HTMLElement>(null);
  // What was pressed is gone with what it led to.
  useLayoutEffect(() => {
    if (document.activeElement === document.body) panel.current?.focus({ preventScroll: true });
  }, [view.state.value]);
  return (
    <section
      class="second-panel"
      aria-label={texts.title}
      tabIndex={-1}
      ref={panel}
      data-testid="second"
    >
      {view.state.value === 'in' ? <Seated view={view} /> : <Arrival view={view} />}
    </section>
  );
}

/** Asks who it is and what it plays with. */
function Arrival({ view }: Props) {
  const { model, settings, hands } = useUi();
  const messages = useMessages();
  const { second: texts } = useOptionsTexts();
  const hasPad = useHasPad(view);
  const [name, setName] = useState(() => secondName(settings.value.nick));
  const [chosen, setHand] = useState<SecondHand | null>(null);
  const state = view.state.value;
  const problem = view.problem.value;
  if (!hands.hasKeyboard.value && !hasPad) {
    return (
      <p class="hint" data-testid="second-no-hands">
        {texts.noHands}
      </p>
    );
  }
  if (state !== 'out') {
    return (
      <div class="row">
        <p role="status">{state === 'knocking' ? texts.knocks : texts.comes}</p>
        <Button kind="quiet" onClick={view.leave} testId="second-cancel">
          {texts.cancel}
        </Button>
      </div>
    );
  }
  const hand = chosen ?? (hands.hasKeyboard.value ? view.hand.value : 'pad');
  const checked = model.checkName.value?.(name);
  const wrong = checked?.ok === false ? checked.error : null;
  return (
    <div class="stack">
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (wrong === null) view.join(name, hand);
        }}
      >
        <label class="setting">
          {texts.name}
          <input
            type="text"
            class="second-name"
            autoComplete="off"
            spellcheck={false}
            maxLength={NICK_CHARS_MAX}
            value={name}
            aria-invalid={wrong !== null}
            data-testid="second-name"
            onInput={({ currentTarget }) => setName(currentTarget.value)}
          />
        </label>
        {wrong !== null && (
          <p class="field-problem" role="alert">
            {sayProblem(messages, wrong, NAME_GRAPHEMES_MAX)}
          </p>
        )}
        <HandChoice hand={hand} hasPad={hasPad} onChange={setHand} />
        <div class="row">
          <button type="submit" class="button button-plain" data-testid="second-join">
            {texts.join}
          </button>
        </div>
      </form>
      {problem !== null && (
        <p class="field-problem" role="alert" data-testid="second-problem">
          {messages.errors[problem].text}
        </p>
      )}
      {problem === 'bad-password' && (
        <PasswordForm onPassword={(password) => view.join(name, hand, password)} />
      )}
    </div>
  );
}

function Seated({ view }: Props) {
  const { second: texts } = useOptionsTexts();
  const room = view.room.value;
  const name = room?.state.members.find(({ id }) => id === room.self)?.name ?? '';
  return (
    <div class="stack">
      <div class="row second-who">
        <SecondMark number={2} />
        <strong translate={false} data-testid="second-who">
          {name}
        </strong>
        <Button kind="quiet" onClick={view.leave} testId="second-leave">
          {texts.leave}
        </Button>
      </div>
      {room && <SecondInRoom room={room} actions={view.actions} />}
      <HandChoice hand={view.hand.value} hasPad={useHasPad(view)} onChange={view.takeUp} />
    </div>
  );
}

type HandProps = {
  readonly hand: SecondHand;
  readonly hasPad: boolean;
  readonly onChange: (hand: SecondHand) => void;
};

/** What the second person plays with, and what that leaves to the first. */
function HandChoice({ hand, hasPad, onChange }: HandProps) {
  const { second: texts } = useOptionsTexts();
  const { keys } = useUi().settings.value;
  const first = capsOf(keysOfFirst(keys, hand));
  const second = capsOf(keysOfSecond(hand));
  return (
    <>
      <SettingChoice
        label={texts.hands}
        choices={SECOND_HANDS}
        names={texts.choices}
        value={hand}
        testId="second-hand"
        onChange={onChange}
      />
      <p class="hint second-keys" data-testid="second-keys">
        <SecondMark number={1} /> {texts.keys(first.move, first.kick)}
        <br />
        <SecondMark number={2} />{' '}
        {hand === 'pad' ? texts.pad : texts.keys(second.move, second.kick)}
      </p>
      {hand === 'pad' && !hasPad && (
        <p class="field-problem" role="status" data-testid="second-no-pad">
          {texts.noPad}
        </p>
      )}
    </>
  );
}

function useHasPad(view: SecondPersonView): boolean {
  const [hasPad, setPad] = useState(view.hasPad);
  useLayoutEffect(() => {
    const timer = setInterval(() => setPad(view.hasPad()), LOOK_MS);
    return () => clearInterval(timer);
  }, []);
  return hasPad;
}

/** Their own, which can be changed, with as much of the first person's as there is room for. */
function secondName(nick: string): string {
  return `${[...nick.trim()]
    .slice(0, NAME_GRAPHEMES_MAX - 2)
    .join('')
    .trim()} 2`;
}
