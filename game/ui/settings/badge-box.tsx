import { Dialog } from '../controls/dialog.tsx';
import { usePlayTexts } from '../model/late-texts.ts';
import { useMessages, useUi } from '../model/ui-context.ts';
import { LatePart } from '../notices/late-part.tsx';

/** What stands on the own disc; loaded when it is first opened. */
export function BadgeBox() {
  const { actions, notices } = useUi();
  const { load } = useMessages();
  return (
    <Dialog
      title={usePlayTexts().badge.title}
      onClose={() => actions.openBadge(false)}
      className="badge-dialog"
      testId="badge-box"
    >
      <LatePart load={notices.loadBadgeForm} missing={load.missing.badge} testId="badge-missing" />
    </Dialog>
  );
}
