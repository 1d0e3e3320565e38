import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { formatRoomCode, type RoomCode } from '../../../shared/lobby/ids.ts';
import { Button } from '../controls/button.tsx';
import { copyText } from '../controls/copy-text.ts';
import { Dialog } from '../controls/dialog.tsx';
import { QrCode } from './qr-code.tsx';
import { useMessages, useUi } from '../model/ui-context.ts';
import { HeldCode } from './held-code.tsx';

/** How long 'Copied' stands on the button. */
const COPIED_MS = 2000;

type CopyState = 'idle' | 'copied' | 'blocked';

export type InviteProps = {
  readonly code: RoomCode;
  readonly link: string;
  readonly isAlone: boolean;
};

/** The code to read aloud and the link to send. Nothing is copied without being asked for. */
export function InvitePanel({ code, link, isAlone }: InviteProps) {
  const { room } = useMessages();
  const { streamer } = useUi().settings.value;
  const copyButton = useRef<HTMLButtonElement>(null);
  const [copy, setCopy] = useState<CopyState>('idle');
  const [isQrOpen, setQrOpen] = useState(false);
  useLayoutEffect(() => {
    if (isAlone) copyButton.current?.focus();
  }, []);
  useLayoutEffect(() => {
    if (copy !== 'copied') return undefined;
    const timer = setTimeout(() => setCopy('idle'), COPIED_MS);
    return () => clearTimeout(timer);
  }, [copy]);

  async function copyLink(): Promise<void> {
    setCopy((await copyText(link)) ? 'copied' : 'blocked');
  }

  async function shareLink(): Promise<void> {
    if (!(await share(room.shareText, link))) setCopy('blocked');
  }

  return (
    <section class="invite" aria-label={room.linkLabel}>
      <div class="invite-code">
        <span class="label">{room.code}</span>
        {streamer ? (
          <HeldCode code={code} />
        ) : (
          <output class="code" translate={false} data-testid="room-code">
            {formatRoomCode(code)}
          </output>
        )}
      </div>
      <div class="invite-side">
        <div class="row">
          <Button
            kind={isAlone ? 'primary' : 'plain'}
            icon="copy"
            onClick={() => void copyLink()}
            buttonRef={copyButton}
            testId="copy-link"
          >
            <span aria-live="polite">{copy === 'copied' ? room.copied : room.copyLink}</span>
          </Button>
          {!streamer && 'share' in navigator && (
            <Button icon="share" onClick={() => void shareLink()} testId="share">
              {room.share}
            </Button>
          )}
          {!streamer && (
            <Button icon="qr" onClick={() => setQrOpen(true)} testId="show-qr">
              {room.qr}
            </Button>
          )}
        </div>
        {copy === 'blocked' && streamer && <p class="hint">{room.copyFailedHidden}</p>}
        {copy === 'blocked' && !streamer ? (
          <label class="invite-link">
            {room.copyFailed}
            <input
              readOnly
              value={link}
              data-testid="invite-link"
              onFocus={(event) => event.currentTarget.select()}
            />
          </label>
        ) : (
          isAlone && <p class="hint">{room.invite}</p>
        )}
      </div>
      {isQrOpen && !streamer && (
        <Dialog title={room.qr} onClose={() => setQrOpen(false)} className="qr-dialog">
          <QrCode text={link} label={room.qrHint(formatRoomCode(code))} />
        </Dialog>
      )}
    </section>
  );
}

/** False where the browser does not open it, as for a gamepad: closing it is no error. */
async function share(text: string, url: string): Promise<boolean> {
  try {
    await navigator.share({ title: 'Peerball', text, url });
  } catch (problem) {
    return !(problem instanceof DOMException && problem.name === 'NotAllowedError');
  }
  return true;
}
