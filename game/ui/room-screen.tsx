import { useEffect, useRef } from 'preact/hooks';
import { findMember, type Member, type RoomState } from '../../shared/sim/room-state.ts';
import { TEAM_NONE, TEAM_SUN, TEAM_WAVE } from '../../shared/sim/team.ts';
import type { Messages } from '../i18n/en.ts';
import { Button } from './button.tsx';
import { InvitePanel } from './invite-panel.tsx';
import { MemberRow } from './member-row.tsx';
import { RulesPanel } from './rules-panel.tsx';
import { TeamColumn } from './team-column.tsx';
import { useMessages, useUi } from './ui-context.ts';
import type { RoomView } from './view-model.ts';

/** Who is here, who plays where, and the way to bring in a friend. */
export function RoomScreen({ room }: { readonly room: RoomView }) {
  const { actions } = useUi();
  const messages = useMessages();
  const title = useRef<HTMLHeadingElement>(null);
  const { state, self } = room;
  const me = self === null ? undefined : findMember(state, self);
  const isHost = me !== undefined && me.id === state.host;
  const isAlone = state.members.length < 2;
  // With nobody else here the invitation comes first and takes the focus itself.
  useEffect(() => {
    if (!isAlone || room.code === null) title.current?.focus();
  }, []);
  const bench = state.members.filter((member) => member.team === TEAM_NONE);
  const canStart = isHost && haveBothTeams(state);

  return (
    <main class="screen room" data-testid="room">
      <div class="room-panel card">
        <h1 class="room-title" tabIndex={-1} ref={title}>
          {messages.room.title}
        </h1>
        {room.code !== null && (
          <InvitePanel code={room.code} link={room.link} isAlone={isAlone} />
        )}
        <div class="teams">
          <TeamColumn team={TEAM_SUN} room={room} />
          <TeamColumn team={TEAM_WAVE} room={room} />
        </div>
        <section class="bench" aria-label={messages.teams.bench}>
          <h2>{messages.teams.bench}</h2>
          {bench.length === 0 ? (
            <p class="hint">{messages.room.emptyBench}</p>
          ) : (
            <ul>
              {bench.map((member) => (
                <MemberRow key={member.id} member={member} room={room} />
              ))}
            </ul>
          )}
        </section>
        <RulesPanel rules={state.rules} isHost={isHost} />
        <footer class="room-foot">
          <Button kind="quiet" icon="leave" onClick={actions.leave} testId="leave">
            {messages.room.leave}
          </Button>
          <p class="room-status" role="status" data-testid="room-status">
            {statusOf(messages, state, me)}
          </p>
          <div class="row">
            {isHost && (
              <Button icon="play" onClick={actions.start} disabled={!canStart} testId="start">
                {messages.room.startNow}
              </Button>
            )}
            {me && me.team !== TEAM_NONE && (
              <Button
                kind="primary"
                icon={me.ready ? 'check' : 'users'}
                pressed={me.ready}
                onClick={() => actions.setReady(!me.ready)}
                testId="ready"
              >
                {me.ready ? messages.room.imReadyOn : messages.room.imReady}
              </Button>
            )}
          </div>
        </footer>
      </div>
    </main>
  );
}

function statusOf({ room }: Messages, state: RoomState, me: Member | undefined): string {
  if (state.members.length < 2) return room.waitingForFriend;
  if (!haveBothTeams(state)) return room.needBothTeams;
  const players = state.members.filter((member) => member.team !== TEAM_NONE);
  if (players.every((member) => member.ready)) return room.starting;
  if (me?.ready === true || me?.team === TEAM_NONE) return room.waitingForReady;
  return '';
}

function haveBothTeams(state: RoomState): boolean {
  const teams = new Set(state.members.map((member) => member.team));
  return teams.has(TEAM_SUN) && teams.has(TEAM_WAVE);
}
