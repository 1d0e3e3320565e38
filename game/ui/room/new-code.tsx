import { useState } from 'preact/hooks';
import { Button } from '../controls/button.tsx';
import { Dialog } from '../controls/dialog.tsx';
import { useFirstFocus } from '../controls/use-first-focus.ts';
import { useRoomsTexts } from '../model/late-texts.ts';
import type { AccessView } from '../model/public-rooms-model.ts';
import { useMessages } from '../model/ui-context.ts';

type NewCodeProps = { readonly view: Pick<AccessView, 'renewCode'> };

/** [L182] The host gives the room another code: it is asked first, since links that were sent end with it. */
export function NewCode({ view }: NewCodeProps) {
  const { access: texts } = useRoomsTexts();
  const [isAsked, setAsked] = useState(false);
  const [isDone, setDone] = useState(false);

  async function renew(): Promise<void> {
    setAsked(false);
    setDone(false);
    setDone(await view.renewCode());
  }

  return (
    <div class="room-settings-field">
      <p class="hint">{texts.codeHint}</p>
      <div class="row">
        <Button onClick={() => setAsked(true)} testId="new-code">
          {texts.newCode}
        </Button>
        <span role="status" data-testid="new-code-said">
          {isDone && texts.codeIsNew}
        </span>
      </div>
      {isAsked && <NewCodeDialog onYes={() => void renew()} onClose={() => setAsked(false)} />}
    </div>
  );
}

type DialogProps = { readonly onYes: () => void; readonly onClose: () => void };

function NewCodeDialog({ onYes, onClose }: DialogProps) {
  const { access: texts } = useRoomsTexts();
  const { common } = useMessages();
  const cancel = useFirstFocus();
  return (
    <Dialog title={texts.newCodeTitle} onClose={onClose} testId="new-code-dialog">
      <p>{texts.newCodeText}</p>
      <div class="row">
        <Button onClick={onClose} buttonRef={cancel}>
          {common.cancel}
        </Button>
        <Button kind="danger" onClick={onYes} testId="new-code-confirm">
          {texts.newCode}
        </Button>
      </div>
    </Dialog>
  );
}
