import { Dialog } from '../controls/dialog.tsx';
import { useMessages, useUi } from '../model/ui-context.ts';
import { LatePart } from '../notices/late-part.tsx';

/** What practice is played on and against; loaded when it is first opened. */
export function PracticeBox() {
  const { actions, notices } = useUi();
  const { practice, load } = useMessages();
  return (
    <Dialog
      title={practice.title}
      onClose={() => actions.openPractice(false)}
      className="practice-dialog"
      testId="practice-box"
    >
      <LatePart
        load={notices.loadPracticeForm}
        missing={load.missing.practice}
        testId="practice-missing"
      />
    </Dialog>
  );
}
