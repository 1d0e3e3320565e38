import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import {
  findMember,
  type Member,
  type RoomState,
  peopleIn,
  runsRoom,
} from '../../../shared/room/room-state.ts';
import { TEAM_NONE, TEAM_SUN, TEAM_WAVE } from '../../../shared/sim/team.ts';
import { ArrangeTeams } from './arrange-teams.tsx';
import { AccessPanel } from './access-panel.tsx';
import { Button } from '../controls/button.tsx';
import { BotsNote, FillWithBots } from './bot-adding.tsx';
import { ChatOverlay } from '../chat/chat-overlay.tsx';
import { EmotesPlace } from '../chat/quick-chat.tsx';
import { ChatPanel } from '../chat/chat-panel.tsx';
import { Icon } from '../controls/icon.tsx';
import { InvitePanel } from './invite-panel.tsx';
import { KitPlace } from './kit-place.tsx';
import { MapPanel } from '../maps/map-panel.tsx';
import { MatchLostNotice } from '../notices/match-lost-notice.tsx';
import { MemberRow } from './member-row.tsx';
import { MissedNotice } from '../notices/missed-notice.tsx';
import { PageNotices } from '../notices/page-notices.tsx';
import { PanelBoxPlace } from '../controls/panel-place.tsx';
import { PresenceNotice } from '../notices/presence-notice.tsx';
import { RoomBar } from './room-bar.tsx';
import { RoomFoot } from './room-foot.tsx';
import { RoomGoneNotice } from '../notices/room-gone-notice.tsx';
import { usePlayTexts } from '../model/late-texts.ts';
import { RulesPanel } from './rules-panel.tsx';
import { SecondPlace } from '../controls/second-place.tsx';
import { SettingsButton } from '../controls/settings-button.tsx';
import { TeamColumn } from './team-column.tsx';
import { SendAway } from '../votes/send-away.tsx';
import { VoteChips } from '../votes/vote-chips.tsx';
import { WinsLine } from '../votes/wins-line.tsx';
import { VoicePlace } from '../controls/voice-place.tsx';
import { useEscape } from '../controls/use-escape.ts';
import { usePitchPlace } from '../controls/use-pitch-place.ts';
import { useMessages, useUi } from '../model/ui-context.ts';
import { ROOM_PLACES } from '../../../shared/base/room-limits.ts';
import type { RoomView } from '../model/view-model.ts';

type RoomProps = {
  readonly room: RoomView;
  /** What a newcomer is shown over its disc. */
  readonly hint: ComponentChildren;
};

/**
 * The pitch, on which everybody warms up, and the room's sheet beside or below it. It can be folded away,
 * and stays as it was left.
 */
export function RoomScreen({ room, hint }: RoomProps) {
  const { settings } = useUi();
  const { start } = useMessages();
  const place = usePitchPlace();
  const news = useNews(room);
  const isOpen = settings.value.roomSheet;
  const show = (roomSheet: boolean) => settings.update({ roomSheet });
  // The key that opens the menu in a match: here it is the sheet that comes and goes.
  useEscape(() => show(!settings.value.roomSheet));
  return (
    <main class={isOpen ? 'screen room' : 'screen room is-folded'} data-testid="room">
      {!isOpen && <RoomBar room={room} onOpen={() => show(true)} />}
      <div class="room-pitch">
        <p class="chip warm-up">{start.warmUp}</p>
        <div class="pitch-place" ref={place} />
        {!isOpen && <PanelBoxPlace place="pitch" />}
        {hint}
      </div>
      {isOpen ? <RoomSheet room={room} onFold={() => show(false)} /> : <ChatOverlay />}
      <EmotesPlace />
      <p class="off-screen" role="status">
        {news}
      </p>
    </main>
  );
}

type SheetProps = { readonly room: RoomView; readonly onFold: () => void };

/** The members, their teams, and the way to bring in a friend. */
function RoomSheet({ room, onFold }: SheetProps) {
  const { model } = useUi();
  const messages = useMessages();
  const title = useRef<HTMLHeadingElement>(null);
  const { state, self } = room;
  const me = self === null ? undefined : findMember(state, self);
  const isHost = me !== undefined && runsRoom(state, me.id);
  const people = peopleIn(state);
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
  const bench = state.members.filter((member) => member.team === TEAM_NONE);

  return (
    <div class="room-panel card">
      <div class="sheet-rows">
        <header class="screen-head">
          <h1 class="room-title" tabIndex={-1} ref={title}>
            {messages.room.title}
          </h1>
          <div class="row">
            <SettingsButton />
            <Button
              kind="quiet"
              icon="arrowRight"
              className="fold"
              label={messages.start.foldSheet}
              onClick={onFold}
              testId="fold-sheet"
            >
              <span class="wide-only">{messages.start.fold}</span>
            </Button>
          </div>
        </header>
        {room.code !== null && <InvitePanel code={room.code} link={room.link} isAlone={isAlone} />}
        {parts && <parts.Knocks />}
        <RoomGoneNotice />
        <PageNotices />
        <PresenceNotice />
        <MatchLostNotice />
        <MissedNotice className="notice" />
        <div class="votes" role="status">
          <VoteChips room={room} />
        </div>
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
        <PanelBoxPlace place="sheet" />
        <div class="teams">
          <TeamColumn team={TEAM_SUN} room={room} />
          <TeamColumn team={TEAM_WAVE} room={room} />
        </div>
        <WinsLine state={state} />
        {isHost && <FillWithBots state={state} />}
        {isHost && <BotsNote />}
        {isHost && !isAlone && <ArrangeTeams state={state} />}
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
          {me && <BenchButton state={state} me={me} />}
        </section>
        <SecondPlace />
        {model.maps.value && <MapPanel maps={model.maps.value} isHost={isHost} />}
        <RulesPanel room={room} isHost={isHost} />
        <KitPlace state={state} isHost={isHost} />
        {room.code !== null && <AccessPanel />}
        <SendAway room={room} />
        <VoicePlace />
        <ChatPanel />
        <RoomFoot room={room} />
      </div>
    </div>
  );
}

/** From a team to the bench; there, where it is rotated, to wait for a place or only to watch. */
function BenchButton({ state, me }: { readonly state: RoomState; readonly me: Member }) {
  const { actions } = useUi();
  const { room } = useMessages();
  const { votes: texts } = usePlayTexts();
  if (me.team !== TEAM_NONE) {
    return (
      <Button kind="quiet" onClick={() => actions.room.moveTo(me.id, TEAM_NONE)} testId="to-bench">
        {room.toBench}
      </Button>
    );
  }
  if (state.auto === 0) return null;
  const isWaiting = state.queue.includes(me.id);
  return (
    <Button kind="quiet" onClick={() => actions.room.wait(!isWaiting)} testId="wait">
      {isWaiting ? texts.onlyWatch : texts.wait}
    </Button>
  );
}

/** The member that came or went last, or runs the room now, for people who cannot see the list change. */
function useNews({ state, self: own }: RoomView): string {
  const { room, match } = useMessages();
  const { host: texts } = usePlayTexts();
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
