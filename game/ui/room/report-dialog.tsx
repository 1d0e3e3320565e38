import type { Ref } from 'preact';
import { useState } from 'preact/hooks';
import type { ReportReason } from '../../../shared/lobby/person-report.ts';
import { SHOWN_REASONS } from './shown-reasons.ts';
import type { Person } from '../../../shared/room/room-state.ts';
import { Button } from '../controls/button.tsx';
import { Dialog } from '../controls/dialog.tsx';
import { Literal, Sentence } from '../controls/literal.tsx';
import { useFirstFocus } from '../controls/use-first-focus.ts';
import { useRoomsTexts } from '../model/late-texts.ts';
import type { ReportProblem, ReportView } from '../model/public-rooms-model.ts';
import { useMessages, useUi } from '../model/ui-context.ts';

export type ReportDialogProps = {
  readonly view: ReportView;
  /** Of several one is chosen first. */
  readonly people: readonly Person[];
  readonly onClose: () => void;
};

/** [L169] Asks whom and why, says what became of it, and offers to mute that person. */
export function ReportDialog({ view, people, onClose }: ReportDialogProps) {
  const { report: texts } = useRoomsTexts();
  const [chosen, choose] = useState(people.length === 1 ? (people[0] ?? null) : null);
  const step = chosen === null ? 'whom' : view.reported.value.has(chosen.peer) ? 'done' : 'why';
  // The one that changes nothing; of several people the first.
  const first = useFirstFocus(step);
  return (
    <Dialog
      title={chosen === null ? texts.whom : texts.title(chosen.name)}
      heading={chosen === null ? texts.whom : <Sentence say={texts.title} literal={chosen.name} />}
      onClose={onClose}
      testId="report-dialog"
    >
      <p role="status" data-testid="report-state">
        {step === 'whom' ? texts.hint : step === 'why' ? texts.why : texts.done}
      </p>
      {chosen === null && <Whom people={people} onChoose={choose} first={first} />}
      {chosen !== null && step === 'why' && (
        <Why view={view} person={chosen} onClose={onClose} first={first} />
      )}
      {chosen !== null && step === 'done' && (
        <Done person={chosen} onClose={onClose} first={first} />
      )}
    </Dialog>
  );
}

type Focused = { readonly first: Ref<HTMLButtonElement> };

type WhomProps = Focused & {
  readonly people: readonly Person[];
  readonly onChoose: (person: Person) => void;
};

function Whom({ people, onChoose, first }: WhomProps) {
  return (
    <div class="stack ballot">
      {people.map((person, index) => (
        <Button
          key={person.id}
          onClick={() => onChoose(person)}
          buttonRef={index === 0 ? first : null}
          testId="report-whom"
        >
          <Literal>{person.name}</Literal>
        </Button>
      ))}
    </div>
  );
}

type StepProps = Focused & { readonly person: Person; readonly onClose: () => void };

function Why({ view, person, onClose, first }: StepProps & { readonly view: ReportView }) {
  const { report: texts } = useRoomsTexts();
  const { common, errors } = useMessages();
  const [isAsking, setAsking] = useState(false);
  const [problem, setProblem] = useState<ReportProblem | null>(null);
  const say = async (why: ReportReason): Promise<void> => {
    setAsking(true);
    setProblem(null);
    setProblem(await view.report(person.peer, why));
    setAsking(false);
  };
  return (
    <>
      <div class="stack report-reasons">
        {SHOWN_REASONS.map((why) => (
          <Button
            key={why}
            disabled={isAsking}
            onClick={() => void say(why)}
            testId={`report-${why}`}
          >
            {texts.reasons[why]}
          </Button>
        ))}
      </div>
      {problem !== null && (
        <p class="field-problem" role="alert" data-testid="report-problem">
          {problem === 'left' ? texts.left : errors[problem].text}
        </p>
      )}
      <div class="row">
        <Button kind="quiet" onClick={onClose} buttonRef={first} testId="report-cancel">
          {common.cancel}
        </Button>
      </div>
    </>
  );
}

function Done({ person: { peer, name }, onClose, first }: StepProps) {
  const { chat } = useUi();
  const messages = useMessages();
  const isMuted = chat.muted.value.has(peer);
  return (
    <div class="stack ballot">
      {chat.isHere.value && (
        <Button
          icon={isMuted ? 'volumeOff' : 'volume'}
          onClick={() => chat.mute(peer, !isMuted)}
          testId="report-mute"
        >
          <Sentence say={isMuted ? messages.chat.unmute : messages.chat.mute} literal={name} />
        </Button>
      )}
      <Button kind="primary" onClick={onClose} buttonRef={first} testId="report-close">
        {messages.common.close}
      </Button>
    </div>
  );
}
