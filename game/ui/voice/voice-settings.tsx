import '../styles/voice.css';
import { isPerson } from '../../../shared/room/room-state.ts';
import { keyCap } from '../../settings/key-bindings.ts';
import { Button } from '../controls/button.tsx';
import { Literal } from '../controls/literal.tsx';
import { MuteButton } from '../controls/mute-button.tsx';
import { SettingRange, SettingToggle } from '../controls/setting-fields.tsx';
import { usePlayTexts, useVoiceTexts } from '../model/late-texts.ts';
import { useMessages, useUi } from '../model/ui-context.ts';
import type { VoiceOf, VoiceView } from '../model/voice-model.ts';
import { TalkButton } from './talk-button.tsx';
import { VoiceMark } from './voice-mark.tsx';

const VOLUME = { min: 0, max: 1, step: 0.05 } as const;

/** Voice of this room: on or off, how one talks, and how loud each of the others is. */
export function VoiceSettings({ view }: { readonly view: VoiceView }) {
  const { settings, hands } = useUi();
  const texts = useVoiceTexts();
  const { voice: words } = usePlayTexts();
  const state = view.state.value;
  if (state !== 'on') {
    return (
      <>
        <Problem view={view} />
        <Button
          onClick={state === 'off' ? view.turnOn : view.turnOff}
          testId={state === 'off' ? 'voice-on' : 'voice-off'}
        >
          {state === 'off' ? words.turnOn : texts.turnOff}
        </Button>
        <p class="hint" role="status">
          {state === 'off' ? words.hint : texts.asking}
        </p>
      </>
    );
  }
  const { sound, keys } = settings.value;
  const key = keyCap(keys.voice[0] ?? '');
  return (
    <>
      <div class="row">
        <TalkButton view={view} className="button button-plain talk">
          <span aria-hidden="true">{view.isTalking.value ? texts.heard : texts.hold}</span>
        </TalkButton>
        <Button kind="quiet" onClick={view.turnOff} testId="voice-off">
          {texts.turnOff}
        </Button>
      </div>
      <p class="hint">{hands.hasKeyboard.value ? texts.howByKey(key) : texts.how}</p>
      <SettingToggle label={texts.latch} value={view.isLatched.value} onChange={view.latch} />
      <SettingRange
        label={words.name}
        bounds={VOLUME}
        value={sound.voice}
        onChange={(voice) => settings.update({ sound: { ...sound, voice } })}
      />
      <Others view={view} />
    </>
  );
}

/** Why there is no voice, with what can be done about it. */
function Problem({ view }: { readonly view: VoiceView }) {
  const { errors } = useMessages();
  const { problems } = useVoiceTexts();
  const problem = view.problem.value;
  if (problem === null) return null;
  const text =
    problem in problems
      ? problems[problem as keyof typeof problems]
      : errors[problem as keyof typeof errors].text;
  return (
    <p class="field-problem" role="alert" data-testid="voice-problem">
      {text}
    </p>
  );
}

function Others({ view }: { readonly view: VoiceView }) {
  const { model, chat } = useUi();
  const texts = useVoiceTexts();
  const muted = chat.muted.value;
  const room = model.room.value;
  const others = view.others.value;
  const members = (room?.state.members ?? [])
    .filter(isPerson)
    .filter(
      ({ id, peer, script }) =>
        id !== room?.self && !script && (others.has(peer) || muted.has(peer)),
    );
  if (members.length === 0) return <p class="hint">{texts.nobody}</p>;
  return (
    <ul class="voice-others">
      {members.map(({ peer, name }) => (
        <li key={peer} class="voice-other" data-testid="voice-other">
          <VoiceMark view={view} peer={peer} />
          <Literal>{name}</Literal>
          <Volume of={others.get(peer)} name={name} onChange={(to) => view.setVolume(peer, to)} />
          <MuteButton peer={peer} name={name} />
        </li>
      ))}
    </ul>
  );
}

type VolumeProps = {
  /** Undefined: muted, there is nothing to set. */
  readonly of: VoiceOf | undefined;
  readonly name: string;
  readonly onChange: (volume: number) => void;
};

function Volume({ of, name, onChange }: VolumeProps) {
  const texts = useVoiceTexts();
  if (!of) return null;
  const { volume } = of;
  return (
    <input
      type="range"
      {...VOLUME}
      value={volume}
      aria-label={texts.volume(name)}
      aria-valuetext={`${Math.round(volume * 100)} %`}
      data-testid="voice-volume"
      onInput={({ currentTarget }) => onChange(currentTarget.valueAsNumber)}
    />
  );
}
