import {
  isPerson,
  isPlayedByBot,
  isScript,
  type Member,
  type RoomState,
  runsRoom,
} from '../../../shared/room/room-state.ts';
import { TEAM_NONE, TEAM_SUN, type Team } from '../../../shared/sim/team.ts';
import { discLabel } from '../../settings/nickname.ts';
import { Icon } from '../controls/icon.tsx';
import { Literal } from '../controls/literal.tsx';
import { usePlayTexts } from '../model/late-texts.ts';
import { BotControls } from './bot-controls.tsx';
import { BotMark } from '../controls/bot-mark.tsx';
import { MemberPicker } from './member-picker.tsx';
import { MuteButton } from '../controls/mute-button.tsx';
import { ReportPlace } from '../controls/report-place.tsx';
import { PingBars } from '../controls/ping-bars.tsx';
import { ScriptMark } from '../controls/script-mark.tsx';
import { VoiceMarkPlace } from '../controls/voice-place.tsx';
import { useMessages, useUi } from '../model/ui-context.ts';
import { useLasting } from '../controls/use-lasting.ts';
import type { RoomView } from '../model/view-model.ts';

/** One person in the room. The host may move anyone; the own place is changed by buttons. */
export function MemberRow({ member, room }: { readonly member: Member; readonly room: RoomView }) {
  const messages = useMessages();
  const isSelf = member.id === room.self;
  const ping = isSelf || member.peer === null ? undefined : room.pings.get(member.peer);
  const isSlow = useLasting(
    room.wishes.some((wish) => 'member' in wish && wish.member === member.id),
  );
  const { host: texts } = usePlayTexts();
  const isHost = member.id === room.state.host;
  const mayMove = !isSelf && !isHost && room.self !== null && runsRoom(room.state, room.self);
  return (
    <li
      class={`member ${isSelf ? 'member-self' : ''} ${member.type === 'bot' ? 'member-bot' : ''}`}
      data-testid="member"
    >
      <span class={`disc ${discClass(member.team)}`} aria-hidden="true" translate={false}>
        {discLabel(member)}
      </span>
      <span class="member-who">
        <span class="member-name">
          <Literal>{member.name}</Literal>
          {isSelf && <small> {messages.common.you}</small>}
        </span>
        <span class="member-state">
          <Marks member={member} isHost={isHost} />
          <VoiceMarkPlace peer={member.peer} />
          {ping && !member.absent && <PingBars ping={ping} />}
          {isSlow ? (
            <span class="member-ready">{texts.onItsWay}</span>
          ) : (
            <Readiness member={member} isManaged={mayMove} state={room.state} />
          )}
        </span>
      </span>
      {!isSelf && <About member={member} room={room} isManaged={mayMove} />}
    </li>
  );
}

type AboutProps = {
  readonly member: Member;
  readonly room: RoomView;
  readonly isManaged: boolean;
};

/** What this person can do about another one. */
function About({ member, room, isManaged }: AboutProps) {
  const { chat } = useUi();
  return (
    <>
      {member.peer !== null && chat.isHere.value && (
        <MuteButton peer={member.peer} name={member.name} />
      )}
      {isManaged ? (
        <Managing member={member} room={room} />
      ) : (
        isPerson(member) && <ReportPlace member={member} isInRow />
      )}
    </>
  );
}

/** What a member is besides a player: a bot's, a script, the host or one that has its rights. */
function Marks({ member, isHost }: { readonly member: Member; readonly isHost: boolean }) {
  const { room } = useMessages();
  const { host: texts } = usePlayTexts();
  const isCoHost = !isHost && isPerson(member) && member.coHost;
  return (
    <>
      {isPlayedByBot(member) && <BotMark />}
      {isScript(member) && <ScriptMark isAway={member.absent} />}
      {(isHost || isCoHost) && (
        <span class="member-host" data-testid={isHost ? 'host-mark' : 'co-host-mark'}>
          <Icon name="crown" />
          <small>{isHost ? room.host : texts.coHost}</small>
        </span>
      )}
    </>
  );
}

function Managing({ member, room }: { readonly member: Member; readonly room: RoomView }) {
  if (member.type === 'bot') return <BotControls bot={member} />;
  return <MemberPicker member={member} isByHost={room.self === room.state.host} />;
}

type ReadinessProps = {
  readonly member: Member;
  readonly isManaged: boolean;
  readonly state: RoomState;
};

/** A host that may set the level of a bot reads it where it is set. */
function Readiness({ member, isManaged, state }: ReadinessProps) {
  const { room } = useMessages();
  const { cutOff } = useUi().model;
  const { bots, votes } = usePlayTexts();
  if (member.type === 'bot') {
    return isManaged ? null : <span class="member-ready">{bots.levels[member.level]}</span>;
  }
  if (member.script) return null;
  if (member.absent && !cutOff.value) return <span class="member-ready">{room.away}</span>;
  if (member.waits !== TEAM_NONE) return <span class="member-ready">{bots.waits}</span>;
  const place = state.queue.indexOf(member.id) + 1;
  if (place > 0) return <span class="member-ready">{votes.waits(place)}</span>;
  if (member.team === TEAM_NONE) return null;
  return (
    <span class={member.ready ? 'member-ready is-ready' : 'member-ready'}>
      {member.ready && <Icon name="check" />}
      {member.ready ? room.ready : room.notReady}
    </span>
  );
}

function discClass(team: Team): string {
  if (team === TEAM_NONE) return 'disc-none';
  return team === TEAM_SUN ? 'disc-sun' : 'disc-wave';
}
