import type { MatchRules } from '../../../shared/room/command.ts';
import { DEFAULT_RULES } from '../../../shared/room/room-state.ts';
import type { Messages } from '../../i18n/en/en.ts';
import { usePlayTexts } from '../model/late-texts.ts';
import { useMessages, useUi } from '../model/ui-context.ts';
import { useLasting } from '../controls/use-lasting.ts';
import type { RoomView } from '../model/view-model.ts';

const PRESETS = [
  { key: 'presetQuick', rules: DEFAULT_RULES },
  { key: 'presetFirst', rules: { timeLimitMinutes: 0, scoreLimit: 3 } },
  { key: 'presetLong', rules: { timeLimitMinutes: 7, scoreLimit: 0 } },
] as const satisfies readonly { key: keyof Messages['room']; rules: MatchRules }[];

/** What is offered to choose from; the limits of the room are wider. */
const MINUTES = [0, 1, 2, 3, 5, 7, 10, 15, 30];
const GOALS = [0, 1, 2, 3, 5, 7, 10, 15, 30];

/** [R31] Players of a team where matches follow one another, 0 where they do not; [R50] below it where all rotate. */
const AUTO_CHOICES = [0, 1, 2, 3, 4, -1, -2, -3, -4];

/** Everybody sees the rules, the host changes them. */
export function RulesPanel({
  room: { state, wishes },
  isHost,
}: {
  readonly room: RoomView;
  readonly isHost: boolean;
}) {
  const wish = wishes.find((one) => one.type === 'rules');
  const isSlow = useLasting(wish !== undefined);
  const { host: texts, votes } = usePlayTexts();
  // What was chosen is shown as chosen, and that the others do not know it yet.
  const rules = wish?.rules ?? state.rules;
  const { actions } = useUi();
  const { room } = useMessages();
  const auto = state.rotates ? -state.auto : state.auto;
  const nameAuto = (choice: number): string => {
    if (choice < 0) return votes.rotation(-choice);
    return choice === 0 ? votes.byHand : votes.autoFor(choice);
  };
  const summary = `${room.goals(rules.scoreLimit)} · ${room.minutes(rules.timeLimitMinutes)}`;
  if (!isHost) {
    return (
      <section class="rules" aria-label={room.rules}>
        <h2>{room.rules}</h2>
        <p>{summary}</p>
        {auto !== 0 && <p>{nameAuto(auto)}</p>}
      </section>
    );
  }
  return (
    <section class="rules" aria-label={room.rules}>
      <h2>
        {room.rules} {isSlow && <small role="status">{texts.onItsWay}</small>}
      </h2>
      <div class="segments" role="group" aria-label={room.rules}>
        {PRESETS.map((preset) => (
          <button
            key={preset.key}
            type="button"
            aria-pressed={areSame(preset.rules, rules)}
            onClick={() => actions.room.setRules(preset.rules)}
          >
            {room[preset.key]}
          </button>
        ))}
      </div>
      <LimitPicker
        label={room.goalLimit}
        values={GOALS}
        value={rules.scoreLimit}
        name={room.goals}
        onPick={(scoreLimit) => actions.room.setRules({ ...rules, scoreLimit })}
      />
      <LimitPicker
        label={room.timeLimit}
        values={MINUTES}
        value={rules.timeLimitMinutes}
        name={room.minutes}
        onPick={(timeLimitMinutes) => actions.room.setRules({ ...rules, timeLimitMinutes })}
      />
      <LimitPicker
        label={votes.begins}
        values={AUTO_CHOICES}
        value={auto}
        name={nameAuto}
        onPick={(choice) => actions.room.setAuto(Math.abs(choice), choice < 0)}
      />
    </section>
  );
}

type LimitProps = {
  readonly label: string;
  readonly values: readonly number[];
  readonly value: number;
  readonly name: (value: number) => string;
  readonly onPick: (value: number) => void;
};

function LimitPicker({ label, values, value, name, onPick }: LimitProps) {
  const offered = values.includes(value) ? values : [...values, value].sort((a, b) => a - b);
  return (
    <select
      class="select"
      aria-label={label}
      value={String(value)}
      onChange={(event) => onPick(Number(event.currentTarget.value))}
    >
      {offered.map((option) => (
        <option key={option} value={String(option)}>
          {name(option)}
        </option>
      ))}
    </select>
  );
}

function areSame(a: MatchRules, b: MatchRules): boolean {
  return a.timeLimitMinutes === b.timeLimitMinutes && a.scoreLimit === b.scoreLimit;
}
