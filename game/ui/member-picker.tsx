import { useState } from 'preact/hooks';
import type { Member } from '../../shared/sim/room-state.ts';
import { TEAM_NONE, TEAM_SUN, TEAM_WAVE, type Team } from '../../shared/sim/team.ts';
import { RemoveDialog } from './remove-dialog.tsx';
import { useMessages, useUi } from './ui-context.ts';

const REMOVE = 'remove';

/** For the host: where a member belongs, which may be nowhere. */
export function MemberPicker({ member }: { readonly member: Member }) {
  const { actions } = useUi();
  const { room, teams } = useMessages();
  const [isRemoving, setRemoving] = useState(false);
  const names: readonly (readonly [Team, string])[] = [
    [TEAM_SUN, teams.sun],
    [TEAM_WAVE, teams.wave],
    [TEAM_NONE, teams.bench],
  ];
  const pick = (select: HTMLSelectElement): void => {
    const team = names.find(([value]) => String(value) === select.value)?.[0];
    // It shows where the member is now; that changes when everybody knows it.
    select.value = String(member.team);
    if (team === undefined) setRemoving(true);
    else actions.room.moveTo(member.id, team);
  };
  return (
    <>
      <select
        class="select member-move"
        aria-label={room.manage(member.name)}
        data-testid="move-member"
        value={String(member.team)}
        onChange={(event) => pick(event.currentTarget)}
      >
        {names.map(([team, name]) => (
          <option key={team} value={String(team)}>
            {name}
          </option>
        ))}
        <option value={REMOVE}>{room.remove}</option>
      </select>
      {isRemoving && <RemoveDialog member={member} onClose={() => setRemoving(false)} />}
    </>
  );
}
