import {
  findMember,
  type Member,
  type RoomState,
  runsRoom,
} from '../../../shared/room/room-state.ts';
import { TEAM_NONE, TEAM_SUN, TEAM_WAVE } from '../../../shared/sim/team.ts';
import { Button } from '../controls/button.tsx';
import { usePlayTexts } from '../model/late-texts.ts';
import { useMessages, useUi } from '../model/ui-context.ts';
import { useLasting } from '../controls/use-lasting.ts';
import type { RoomView } from '../model/view-model.ts';

/** What begins the match, and what it waits for. */
export function RoomFoot({ room }: { readonly room: RoomView }) {
  const { actions } = useUi();
  const messages = useMessages();
  const { state, self } = room;
  const me = self === null ? undefined : findMember(state, self);
  const isHost = me !== undefined && runsRoom(state, me.id);
  const isWaiting = useIsMapComing(state);
  const canStart = haveBothTeams(state) && !isWaiting;
  return (
    <footer class="room-foot">
      <Button
        kind="quiet"
        icon="leave"
        label={messages.room.leave}
        onClick={actions.leave}
        testId="leave"
      >
        <span class="leave-word">{messages.room.leave}</span>
      </Button>
      <p class="room-status" role="status" data-testid="room-status">
        <Status room={room} me={me} isMapComing={isWaiting} />
      </p>
      <div class="row">
        {isHost && (
          <Button icon="play" onClick={actions.room.start} disabled={!canStart} testId="start">
            {messages.room.startNow}
          </Button>
        )}
        {me && me.team !== TEAM_NONE && (
          <Button
            kind="primary"
            icon={me.ready ? 'check' : 'users'}
            pressed={me.ready}
            onClick={() => actions.room.setReady(!me.ready)}
            testId="ready"
          >
            {me.ready ? messages.room.imReadyOn : messages.room.imReady}
          </Button>
        )}
      </div>
    </footer>
  );
}

/** The room waits for it, or will as soon as it knows what was chosen here. */
function useIsMapComing(state: RoomState): boolean {
  const { maps } = useUi().model;
  const isChosen = maps.value !== null && maps.value.coming.value !== null;
  return isChosen || state.coming !== null;
}

type StatusProps = {
  readonly room: RoomView;
  readonly me: Member | undefined;
  readonly isMapComing: boolean;
};

function Status({ room: { state, wishes }, me, isMapComing }: StatusProps) {
  const { room, quick } = useMessages();
  const { hostBack, nextS } = useUi().model.hud;
  const { host: texts } = usePlayTexts();
  const isStartSlow = useLasting(wishes.some(({ type }) => type === 'start'));
  // The room as it was before this person was let in says nothing of who is here.
  if (me === undefined) return '';
  if (hostBack.value) return texts.hostIsBack(hostBack.value);
  if (isMapComing) return texts.waitsForMap;
  if (nextS.value !== null) return quick.next(nextS.value);
  if (isStartSlow) return texts.startWaits;
  if (state.members.length < 2) return room.waitingForFriend;
  if (!haveBothTeams(state)) return room.needBothTeams;
  const players = state.members.filter((member) => member.team !== TEAM_NONE);
  if (players.every((member) => member.ready)) return room.starting;
  const host = findMember(state, state.host);
  if (host?.absent && host !== me) return texts.hostAway(host.name);
  if (me.team === TEAM_NONE) return room.waitingForHost;
  return me.ready ? room.waitingForReady : '';
}

function haveBothTeams(state: RoomState): boolean {
  const teams = new Set(state.members.map((member) => member.team));
  return teams.has(TEAM_SUN) && teams.has(TEAM_WAVE);
}
