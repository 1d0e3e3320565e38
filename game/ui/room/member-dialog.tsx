import { useState } from 'preact/hooks';
import type { Person } from '../../../shared/room/room-state.ts';
import { TEAM_NONE, TEAM_SUN, TEAM_WAVE, type Team } from '../../../shared/sim/team.ts';
import { Button } from '../controls/button.tsx';
import { Dialog } from '../controls/dialog.tsx';
import { ReportPlace } from '../controls/report-place.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { Literal, Sentence } from '../controls/literal.tsx';
import { usePlayTexts } from '../model/late-texts.ts';
import { useMessages, useUi } from '../model/ui-context.ts';
import { useFirstFocus } from '../controls/use-first-focus.ts';

type Props = { readonly member: Person; readonly onClose: () => void };

/** `isByHost`: a co-host names no other one, and gives the room to nobody. */
type DialogProps = Props & { readonly isByHost: boolean };

/** The host's say about a member: where it plays, whether it runs the room, whether it stays. */
export function MemberDialog({ member, isByHost, onClose }: DialogProps) {
  const [asks, setAsks] = useState<'host' | 'remove' | null>(null);
  if (asks === 'remove') return <RemoveDialog member={member} onClose={onClose} />;
  if (asks === 'host') return <HandOverDialog member={member} onClose={onClose} />;
  return <Choices member={member} isByHost={isByHost} onClose={onClose} onAsk={setAsks} />;
}

type ChoiceProps = DialogProps & { readonly onAsk: (what: 'host' | 'remove') => void };

function Choices({ member, isByHost, onClose, onAsk }: ChoiceProps) {
  const { actions } = useUi();
  const { room, teams } = useMessages();
  const { host: texts } = usePlayTexts();
  const places: readonly (readonly [Team, string, string])[] = [
    [TEAM_SUN, teams.sun, 'move-sun'],
    [TEAM_WAVE, teams.wave, 'move-wave'],
    [TEAM_NONE, teams.bench, 'move-bench'],
  ];
  const move = (team: Team): void => {
    onClose();
    actions.room.moveTo(member.id, team);
  };
  const setCoHost = (): void => {
    onClose();
    actions.room.setCoHost(member.id, !member.coHost);
  };
  return (
    <Dialog
      title={member.name}
      heading={<Literal>{member.name}</Literal>}
      onClose={onClose}
      testId="member-dialog"
    >
      <div class="stack">
        <div class="segments" role="group" aria-label={member.name}>
          {places.map(([team, name, testId]) => (
            <button
              key={team}
              type="button"
              aria-pressed={member.team === team}
              onClick={() => move(team)}
              data-testid={testId}
            >
              {name}
            </button>
          ))}
        </div>
        {isByHost && (
          <>
            <Button icon="crown" onClick={() => onAsk('host')} testId="make-host">
              {texts.handOver}
            </Button>
            <Button icon="crown" kind="quiet" onClick={setCoHost} testId="co-host-switch">
              {member.coHost ? texts.takeCoHost : texts.makeCoHost}
            </Button>
          </>
        )}
        <ReportPlace member={member} />
        <Button kind="danger" icon="userX" onClick={() => onAsk('remove')} testId="remove-member">
          {room.remove}
        </Button>
      </div>
    </Dialog>
  );
}

/** Before the room is given away: only the other one can give it back. */
function HandOverDialog({ member, onClose }: Props) {
  const { actions } = useUi();
  const { common } = useMessages();
  const { host: texts } = usePlayTexts();
  const cancel = useFirstFocus();
  const handOver = (): void => {
    onClose();
    actions.room.handOver(member.id);
  };
  return (
    <Dialog
      title={texts.handOverTitle(member.name)}
      heading={<Sentence say={texts.handOverTitle} literal={member.name} />}
      onClose={onClose}
      testId="hand-over-dialog"
    >
      <p>{texts.handOverText}</p>
      <div class="row">
        <Button onClick={onClose} buttonRef={cancel} testId="hand-over-cancel">
          {common.cancel}
        </Button>
        <Button kind="primary" icon="crown" onClick={handOver} testId="hand-over-confirm">
          {texts.handOver}
        </Button>
      </div>
    </Dialog>
  );
}
