import type { Listing } from '../../../shared/lobby/public-room.ts';
import { Dialog } from '../controls/dialog.tsx';
import { PasswordForm } from '../controls/password-form.tsx';
import { RoomName } from './room-line.tsx';
import { useRoomsTexts } from '../model/late-texts.ts';

export type PasswordDialogProps = {
  readonly listing: Listing;
  readonly onClose: () => void;
  readonly onPassword: (password: string) => void;
};

/** Asks for the password of a room before it is joined. */
export function PasswordDialog({ listing, onClose, onPassword }: PasswordDialogProps) {
  const texts = useRoomsTexts();
  return (
    <Dialog title={texts.passwordTitle} onClose={onClose} testId="password-dialog">
      <p>
        <RoomName listing={listing} />
      </p>
      <PasswordForm onPassword={onPassword} />
    </Dialog>
  );
}
