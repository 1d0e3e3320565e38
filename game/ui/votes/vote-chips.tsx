import type { MemberId } from '../../../shared/room/command.ts';
import { findPerson, type RoomVote } from '../../../shared/room/room-state.ts';
import { mayVote, voicesFor, voicesNeeded } from '../../../shared/room/votes.ts';
import { Icon } from '../controls/icon.tsx';
import { Sentence } from '../controls/literal.tsx';
import { useUi } from '../model/ui-context.ts';
import type { RoomView } from '../model/view-model.ts';
import { usePlayTexts } from '../model/late-texts.ts';

/** What is voted on in this room, and the way to agree. */
export function VoteChips({ room }: { readonly room: RoomView }) {
  const subjects = new Set(room.state.votes.map(({ against }) => against));
  return (
    <>
      {[...subjects].map((against) => (
        <VoteChip key={against ?? 'pause'} room={room} against={against} />
      ))}
    </>
  );
}

type ChipProps = { readonly room: RoomView; readonly against: MemberId | null };

function VoteChip({ room: { state, self }, against }: ChipProps) {
  const { actions } = useUi();
  const { votes: texts } = usePlayTexts();
  const voices = voicesFor(state, against);
  const me = self === null ? undefined : findPerson(state, self);
  const isMine = voices.some(({ by }) => by === self);
  return (
    <span class="chip vote" data-testid="vote">
      <Icon name={against === null ? 'hourglass' : 'userX'} />
      <span>
        <Question state={state} voices={voices} against={against} />{' '}
        <b>{texts.count(voices.length, voicesNeeded(state, against))}</b>
      </span>
      {me && mayVote(me, against) && (
        <button
          type="button"
          aria-pressed={isMine}
          onClick={() => actions.room.vote(against, !isMine)}
          data-testid="agree"
        >
          {texts.agree}
        </button>
      )}
    </span>
  );
}

type QuestionProps = Pick<RoomView, 'state'> & {
  readonly voices: readonly RoomVote[];
  readonly against: MemberId | null;
};

function Question({ state, voices, against }: QuestionProps) {
  const { hud } = useUi().model;
  const { votes: texts } = usePlayTexts();
  const about = against ?? voices[0]?.by ?? null;
  const name = about === null ? '' : (findPerson(state, about)?.name ?? '');
  if (against !== null) return <Sentence say={texts.wantsAway} literal={name} />;
  return <Sentence say={hud.paused.value ? texts.wantsGoOn : texts.wantsPause} literal={name} />;
}
