import '../styles/sat-out.css';
import { Button } from '../controls/button.tsx';
import { useOptionsTexts, usePlayTexts } from '../model/late-texts.ts';
import type { SatOutView } from '../model/sat-out-model.ts';
import { useUi } from '../model/ui-context.ts';
import { ClosableNotice } from '../notices/closable-notice.tsx';

/** [R51] To a person that was taken to the bench for doing nothing: why, and the way back. */
export function SatOutNotice({ view }: { readonly view: SatOutView }) {
  const { model } = useUi();
  const { satOut } = useOptionsTexts();
  const { votes } = usePlayTexts();
  const isQueued = (model.room.value?.state.auto ?? 0) > 0;
  return (
    <ClosableNotice name="sat-out" icon="eye" text={satOut.text} onClose={view.close}>
      <Button kind="primary" onClick={view.goBack} testId="back-to-team">
        {isQueued ? votes.wait : satOut.back}
      </Button>
    </ClosableNotice>
  );
}

/** The same over the pitch of a room, folded or not. */
export function SatOutInRoom({ view }: { readonly view: SatOutView }) {
  const { model } = useUi();
  if (model.screen.value.screen !== 'room') return null;
  return (
    <div class="page-notices sat-out" role="status">
      {view.isOut.value && <SatOutNotice view={view} />}
    </div>
  );
}
