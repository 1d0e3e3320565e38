import { Fragment } from 'preact';
import type { RoomCode } from '../../../shared/lobby/ids.ts';
import { TEAM_SUN, TEAM_WAVE } from '../../../shared/sim/team.ts';
import { Button } from '../controls/button.tsx';
import { Icon } from '../controls/icon.tsx';
import { Literal, Sentence } from '../controls/literal.tsx';
import { minutesOf } from '../controls/minutes-of.ts';
import { NickField, useNameFirst } from '../controls/nick-field.tsx';
import { useShownCode } from '../controls/shown-code.ts';
import { TeamMark } from '../controls/team-mark.tsx';
import type { InviteView } from '../model/view-model.ts';
import { useMessages, useUi } from '../model/ui-context.ts';
import { useShownName } from '../model/use-shown-name.ts';
import { useFirstFocus } from '../controls/use-first-focus.ts';

/** A guest's first visit, by a link: the name is filled in, so one click is all there is to do. */
export function InvitedCard({ code }: { readonly code: RoomCode }) {
  const { actions, model } = useUi();
  const invite = model.invite.value;
  const { home } = useMessages();
  const [nameOf, codeOf] = [useShownName(), useShownCode()];
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
        {invite ? (
          <Sentence say={home.invitedBy} literal={nameOf(invite.host)} />
        ) : (
          <Sentence say={home.invited} literal={codeOf(code)} />
        )}
      </h2>
      {invite && <BehindTheDoor invite={invite} code={code} />}
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

type BehindProps = { readonly invite: InviteView; readonly code: RoomCode };

/** What the lobby tells before the door: those who are there, and how the match stands. */
function BehindTheDoor({ invite: { members, max, match }, code }: BehindProps) {
  const { home, teams } = useMessages();
  const [nameOf, codeOf] = [useShownName(), useShownCode()];
  return (
    <dl class="behind" data-testid="behind">
      <dt>{home.room}</dt>
      <dd>
        <Literal>{codeOf(code)}</Literal>
        {members && ` · ${members.length}/${max}`}
      </dd>
      {members && members.length > 0 && (
        <>
          <dt>{home.here}</dt>
          <dd>
            {members.map((name, index) => (
              <Fragment key={name}>
                {index > 0 && ', '}
                <Literal>{nameOf(name)}</Literal>
              </Fragment>
            ))}
          </dd>
        </>
      )}
      {match && (
        <>
          <dt>{home.playing}</dt>
          <dd class="behind-score" data-testid="behind-score">
            <TeamMark team={TEAM_SUN} /> {teams.sun}{' '}
            <b translate={false}>
              {match.sun} – {match.wave}
            </b>{' '}
            {teams.wave} <TeamMark team={TEAM_WAVE} />{' '}
            <span translate={false}>{minutesOf(match.clockS)}</span>
          </dd>
        </>
      )}
    </dl>
  );
}
