import { useState } from 'preact/hooks';
import { peopleIn } from '../../../shared/room/room-state.ts';
import { useRoomsTexts } from '../model/late-texts.ts';
import type { ReportProps, ReportView } from '../model/public-rooms-model.ts';
import { useUi } from '../model/ui-context.ts';
import { Flag } from './flag.tsx';
import { ReportDialog } from './report-dialog.tsx';

/** [L169] The way to report one person or, without one, somebody who is chosen then. */
export function Report({
  view,
  member,
  isInRow = false,
}: ReportProps & { readonly view: ReportView }) {
  const { report: texts } = useRoomsTexts();
  const room = useUi().model.room.value;
  const [isOpen, setOpen] = useState(false);
  if (!view.isOffered.value || room === null) return null;
  const others = peopleIn(room.state).filter(({ id }) => id !== room.self);
  if (others.length === 0) return null;
  const isReported = member !== null && view.reported.value.has(member.peer);
  const label = member ? texts[isReported ? 'reported' : 'title'](member.name) : undefined;
  return (
    <>
      <button
        type="button"
        class={isInRow ? 'icon-button' : 'button button-quiet'}
        aria-label={label}
        title={label}
        aria-haspopup="dialog"
        data-testid="report"
        onClick={() => setOpen(true)}
      >
        <Flag isReported={isReported} />
        {!isInRow && texts.open}
      </button>
      {isOpen && (
        <ReportDialog
          view={view}
          people={member ? [member] : others}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
