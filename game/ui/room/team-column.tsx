import { hasPlace, teamLimit } from '../../../shared/room/places.ts';
import { findMember, runsRoom } from '../../../shared/room/room-state.ts';
import { TEAM_SUN, type Team } from '../../../shared/sim/team.ts';
import { Button } from '../controls/button.tsx';
import { FreePlaces } from './bot-adding.tsx';
import { MemberRow } from './member-row.tsx';
import { TeamMark } from '../controls/team-mark.tsx';
import { useMessages, useUi } from '../model/ui-context.ts';
import type { RoomView } from '../model/view-model.ts';

/** The members of one team, and the way into it where there is room. */
export function TeamColumn({ team, room }: { readonly team: Team; readonly room: RoomView }) {
  const { actions } = useUi();
  const messages = useMessages();
  const name = team === TEAM_SUN ? messages.teams.sun : messages.teams.wave;
  const members = room.state.members.filter((member) => member.team === team);
  const me = room.self === null ? undefined : findMember(room.state, room.self);
  const canTake =
    me?.type === 'person' &&
    me.team !== team &&
    me.waits !== team &&
    hasPlace(room.state, me, team);
  const isHost = me !== undefined && runsRoom(room.state, me.id);
  return (
    <section
      class={`team-column ${team === TEAM_SUN ? 'is-sun' : 'is-wave'}`}
      aria-label={name}
      data-testid={team === TEAM_SUN ? 'team-sun' : 'team-wave'}
    >
      <h2>
        <TeamMark team={team} />
        {name}
        <small class="place-count" translate={false}>
          {members.length}/{teamLimit(room.state)}
        </small>
      </h2>
      <ul>
        {members.map((member) => (
          <MemberRow key={member.id} member={member} room={room} />
        ))}
        {isHost && <FreePlaces state={room.state} team={team} />}
        {!isHost && members.length === 0 && (
          <li class="member member-empty">{messages.room.freePlace}</li>
        )}
      </ul>
      {canTake && (
        <Button
          kind="quiet"
          onClick={() => actions.room.moveTo(me.id, team)}
          testId={team === TEAM_SUN ? 'take-sun' : 'take-wave'}
        >
          {messages.room.playHere}
        </Button>
      )}
    </section>
  );
}
