import type { Member } from '../../shared/sim/room-state.ts';
import { TEAM_NONE, TEAM_SUN, TEAM_WAVE, type Team } from '../../shared/sim/team.ts';
import { initials } from '../settings/nickname.ts';
import { Icon } from './icon.tsx';
import { PingBars } from './ping-bars.tsx';
import { useMessages, useUi } from './ui-context.ts';
import type { RoomView } from './view-model.ts';

/** One person in the room. The host may move anyone; the own place is changed by buttons. */
export function MemberRow({ member, room }: { readonly member: Member; readonly room: RoomView }) {
  const messages = useMessages();
  const isSelf = member.id === room.self;
  const ping = isSelf ? undefined : room.pings.get(member.peer);
  const mayMove = !isSelf && room.self === room.state.host;
  return (
    <li class={`member ${isSelf ? 'member-self' : ''}`} data-testid="member">
      <span class={`disc ${discClass(member.team)}`} aria-hidden="true">
        {initials(member.name)}
      </span>
      <span class="member-name">
        <bdi>{member.name}</bdi>
        {isSelf && <small> {messages.common.you}</small>}
      </span>
      {member.id === room.state.host && (
        <span class="member-host">
          <Icon name="crown" />
          <small>{messages.room.host}</small>
        </span>
      )}
      {member.absent ? (
        <span class="member-ready">{messages.room.away}</span>
      ) : (
        <>
          {ping && <PingBars ping={ping} />}
          {member.team !== TEAM_NONE && (
            <span class={member.ready ? 'member-ready is-ready' : 'member-ready'}>
              {member.ready && <Icon name="check" />}
              {member.ready ? messages.room.ready : messages.room.notReady}
            </span>
          )}
        </>
      )}
      {mayMove && <MovePicker member={member} />}
    </li>
  );
}

function MovePicker({ member }: { readonly member: Member }) {
  const { actions } = useUi();
  const { room, teams } = useMessages();
  const names: readonly (readonly [Team, string])[] = [
    [TEAM_SUN, teams.sun],
    [TEAM_WAVE, teams.wave],
    [TEAM_NONE, teams.bench],
  ];
  return (
    <select
      class="select member-move"
      aria-label={room.moveTo(member.name, '…')}
      data-testid="move-member"
      value={String(member.team)}
      onChange={(event) => {
        const team = names.find(([value]) => String(value) === event.currentTarget.value)?.[0];
        if (team !== undefined) actions.moveTo(member.id, team);
      }}
    >
      {names.map(([team, name]) => (
        <option key={team} value={String(team)}>
          {name}
        </option>
      ))}
    </select>
  );
}

function discClass(team: Team): string {
  if (team === TEAM_NONE) return 'disc-none';
  return team === TEAM_SUN ? 'disc-sun' : 'disc-wave';
}
