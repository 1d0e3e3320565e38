import '../styles/sat-out.css';
import { Button } from '../controls/button.tsx';
import { Icon } from '../controls/icon.tsx';
import { useOptionsTexts, usePlayTexts } from '../model/late-texts.ts';
import type { SatOutView } from '../model/sat-out-model.ts';
import { useMessages, useUi } from '../model/ui-context.ts';

/** [R51] To a person that was taken to the bench for doing nothing: why, and the way back. */
export function SatOutNotice({ view }: { readonly view: SatOutView }) {
  const { model } = useUi();
  const { common } = useMessages();
  const { satOut } = useOptionsTexts();
  const { votes } = usePlayTexts();
  const isQueued = (model.room.value?.state.auto ?? 0) > 0;
  return (
    <section class="notice page-notice" data-testid="sat-out">
      <Icon name="eye" />
      <p>{satOut.text}</p>
      <div class="row">
        <Button kind="primary" onClick={view.goBack} testId="back-to-team">
          {isQueued ? votes.wait : satOut.back}
        </Button>
        <button
          type="button"
          class="icon-button"
          aria-label={common.close}
          data-testid="close-sat-out"
          onClick={view.close}
        >
          <Icon name="close" />
        </button>
      </div>
    </section>
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
