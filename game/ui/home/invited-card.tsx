import { formatRoomCode, type RoomCode } from '../../../shared/lobby/ids.ts';
import { Button } from '../controls/button.tsx';
import { Icon } from '../controls/icon.tsx';
import { Sentence } from '../controls/literal.tsx';
import { NickField, useNameFirst } from '../controls/nick-field.tsx';
import { useMessages, useUi } from '../model/ui-context.ts';
import { useFirstFocus } from '../controls/use-first-focus.ts';

/** A guest's first visit, by a link: the name is filled in, so one click is all there is to do. */
export function InvitedCard({ code }: { readonly code: RoomCode }) {
  const { actions } = useUi();
  const { home } = useMessages();
  const withName = useNameFirst();
  const join = useFirstFocus(undefined, { preventScroll: true });
  return (
    <form
      class="card home-card"
      noValidate
      data-testid="invited"
      onSubmit={(event) => {
        event.preventDefault();
        withName(() => actions.joinRoom(code));
      }}
    >
      <h2 class="invited">
        <Sentence say={home.invited} literal={formatRoomCode(code)} />
      </h2>
      <NickField />
      <button
        type="submit"
        class="button button-primary button-big"
        data-testid="join-invited"
        ref={join}
      >
        <Icon name="arrowRight" />
        {home.join}
      </button>
      <Button kind="quiet" onClick={actions.dismissError} testId="not-now">
        {home.notNow}
      </Button>
    </form>
  );
}
