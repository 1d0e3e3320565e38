import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { findMember, isPerson, type Member } from '../../../shared/room/room-state.ts';
import { TEAM_NONE, TEAM_SUN, TEAM_WAVE } from '../../../shared/sim/team.ts';
import { AccessPanel } from './access-panel.tsx';
import { Button } from '../controls/button.tsx';
import { FillWithBots } from './bot-adding.tsx';
import { ChatPanel } from '../chat/chat-panel.tsx';
import { Icon } from '../controls/icon.tsx';
import { InvitePanel } from './invite-panel.tsx';
import { MapPanel } from '../maps/map-panel.tsx';
import { MatchLostNotice } from '../notices/match-lost-notice.tsx';
import { MemberRow } from './member-row.tsx';
import { MissedNotice } from '../notices/missed-notice.tsx';
import { PageNotices } from '../notices/page-notices.tsx';
import { PresenceNotice } from '../notices/presence-notice.tsx';
import { RoomFoot } from './room-foot.tsx';
import { RoomGoneNotice } from '../notices/room-gone-notice.tsx';
import { useRoomTexts } from '../model/room-texts.ts';
import { RulesPanel } from './rules-panel.tsx';
import { SettingsButton } from '../controls/settings-button.tsx';
import { TeamColumn } from './team-column.tsx';
import { useMessages, useUi } from '../model/ui-context.ts';
import { ROOM_PLACES } from '../../../shared/base/room-limits.ts';
import type { RoomView } from '../model/view-model.ts';

/** The members, their teams, and the way to bring in a friend. */
export function RoomScreen({ room }: { readonly room: RoomView }) {
  const { actions, model } = useUi();
  const messages = useMessages();
  const title = useRef<HTMLHeadingElement>(null);
  const { state, self } = room;
  const me = self === null ? undefined : findMember(state, self);
  const isHost = me !== undefined && me.id === state.host;
  const people = state.members.filter(isPerson);
  const isAlone = people.length < 2;
  // With nobody else here the invitation comes first and takes the focus itself.
  useLayoutEffect(() => {
    if (!isAlone || room.code === null) title.current?.focus();
  }, []);
  // A host that hands the room over loses the button it was done with.
  const wasHost = useRef(isHost);
  useLayoutEffect(() => {
    const isLost = wasHost.current !== isHost && document.activeElement === document.body;
    wasHost.current = isHost;
    if (isLost) title.current?.focus();
  }, [isHost]);
  const parts = model.publicParts.value;
  const news = useNews(room);
  const bench = state.members.filter((member) => member.team === TEAM_NONE);

  return (
    <main class="screen room" data-testid="room">
      <div class="room-panel card">
        <header class="screen-head">
          <h1 class="room-title" tabIndex={-1} ref={title}>
            {messages.room.title}
          </h1>
          <SettingsButton />
        </header>
        {room.code !== null && <InvitePanel code={room.code} link={room.link} isAlone={isAlone} />}
        {parts && <parts.Knocks />}
        <RoomGoneNotice />
        <PageNotices />
        <PresenceNotice />
        <MatchLostNotice />
        <MissedNotice className="notice" />
        {people.length >= ROOM_PLACES && (
          <p class="hint" data-testid="room-is-full">
            {messages.room.isFull(ROOM_PLACES)}
          </p>
        )}
        {model.versionProblem.value && (
          <p class="notice" role="alert" data-testid="version-problem">
            <Icon name="warning" />
            {messages.errors[model.versionProblem.value].text}
          </p>
        )}
        <div class="teams">
          <TeamColumn team={TEAM_SUN} room={room} />
          <TeamColumn team={TEAM_WAVE} room={room} />
        </div>
        {isHost && <FillWithBots state={state} />}
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
          {me && me.team !== TEAM_NONE && (
            <Button
              kind="quiet"
              onClick={() => actions.room.moveTo(me.id, TEAM_NONE)}
              testId="to-bench"
            >
              {messages.room.toBench}
            </Button>
          )}
        </section>
        {model.maps.value && <MapPanel maps={model.maps.value} isHost={isHost} />}
        <RulesPanel room={room} isHost={isHost} />
        {room.code !== null && <AccessPanel />}
        <ChatPanel />
        <p class="off-screen" role="status">
          {news}
        </p>
        <RoomFoot room={room} />
      </div>
    </main>
  );
}

/** The member that came or went last, or runs the room now, for people who cannot see the list change. */
function useNews({ state, self: own }: RoomView): string {
  const { room, match } = useMessages();
  const texts = useRoomTexts();
  const before = useRef(state.members);
  const hostBefore = useRef(state.host);
  const [news, setNews] = useState('');
  useLayoutEffect(() => {
    const known = before.current;
    before.current = state.members;
    const self = [...state.members, ...known].find(({ id }) => id === own)?.peer;
    const isNew = (one: Member, others: readonly Member[]): boolean =>
      one.peer !== self && others.every((other) => !isSameMember(one, other));
    const joined = state.members.find((member) => isNew(member, known));
    const left = known.find((member) => isNew(member, state.members));
    if (joined) setNews(room.joinedAnnounce(joined.name));
    else if (left) setNews(left.absent ? match.gone(left.name) : room.leftAnnounce(left.name));
  }, [state.members]);
  useLayoutEffect(() => {
    if (hostBefore.current === state.host) return;
    hostBefore.current = state.host;
    const name = findMember(state, state.host)?.name ?? '';
    setNews(state.host === own ? texts.youAreHost : texts.hostIs(name));
  }, [state.host]);
  return news;
}

/** One that lost its seat and came again has another number; a bot has nothing but that. */
function isSameMember(one: Member, other: Member): boolean {
  return one.peer === null ? one.id === other.id : one.peer === other.peer;
}
