import { otherTeam, TEAM_NONE, TEAM_SUN, TEAM_WAVE, type Team } from '../../../shared/sim/team.ts';
import { ChatOverlay } from '../chat/chat-overlay.tsx';
import { FullScreenButton } from '../controls/full-screen-button.tsx';
import { GhostKeys } from './ghost-keys.tsx';
import { GoalCard } from './goal-card.tsx';
import { Icon } from '../controls/icon.tsx';
import { Sentence } from '../controls/literal.tsx';
import { MissedNotice } from '../notices/missed-notice.tsx';
import { NetworkWarnings } from './network-warnings.tsx';
import { PageNotices } from '../notices/page-notices.tsx';
import { PanelBoxPlace } from '../controls/panel-place.tsx';
import { PingBars } from '../controls/ping-bars.tsx';
import { QuickChip } from './quick-chip.tsx';
import { EmotesPlace, NoticesPlace, QuickChatButton } from '../chat/quick-chat.tsx';
import { isAlone, RoomGoneNotice } from '../notices/room-gone-notice.tsx';
import { usePlayTexts } from '../model/late-texts.ts';
import { titleOf } from '../model/result-words.ts';
import { ReplayMark } from './replay-mark.tsx';
import { Standings, StandingsButton } from './standings.tsx';
import { TeamMark } from '../controls/team-mark.tsx';
import { VoiceChipPlace, VoiceSpeakingPlace } from '../controls/voice-place.tsx';
import { PausedChip } from '../votes/pause-button.tsx';
import { VoteChips } from '../votes/vote-chips.tsx';
import { Wipe } from './wipe.tsx';
import { useMessages, useUi } from '../model/ui-context.ts';

/** The frame around a running match: all of it text, none of it over the pitch on a wide screen. */
export function MatchHud() {
  const { model, actions, chat } = useUi();
  const messages = useMessages();
  const { hud } = model;
  // Each on the side of the pitch that it defends.
  const left = model.room.value?.state.isSwapped ? TEAM_WAVE : TEAM_SUN;
  const parts = model.publicParts.value;
  return (
    <main class="screen hud" data-hidden={hud.hidden.value} data-testid="match">
      <h1 class="off-screen">Peerball</h1>
      <Wipe />
      <NetworkWarnings />
      {/* A finger opens it by the score; keys and those who listen have the button in it. */}
      <div
        class="scoreboard"
        data-testid="scoreboard"
        onClick={() => actions.openStandings(!model.standingsOpen.value)}
      >
        <TeamScore team={left} isLeft />
        <Clock />
        <TeamScore team={otherTeam(left)} />
        <StandingsButton />
      </div>
      <div class="hud-corner">
        {model.isPractice.value ? (
          <span class="ping-ms">{messages.match.alone}</span>
        ) : (
          hud.ping.value && <PingBars ping={hud.ping.value} all={hud.pings.value} />
        )}
        <VoiceChipPlace />
        {chat.canBeQuick.value && <QuickChatButton />}
        <FullScreenButton isSmall />
        <button
          type="button"
          class="icon-button"
          aria-label={messages.match.menu}
          data-testid="menu"
          onClick={() => actions.openMenu(true)}
        >
          <Icon name="menu" />
        </button>
      </div>
      {model.lobby.value === 'room-gone' && isAlone(model.room.value) && <RoomGoneNotice />}
      <PageNotices />
      <NoticesPlace />
      {hud.replaying.value && <ReplayMark />}
      <div class="hud-centre">
        <Countdown />
        {hud.goal.value && !hud.replaying.value && <GoalCard goal={hud.goal.value} />}
      </div>
      <PanelBoxPlace place="pitch" />
      <Standings />
      <ChatOverlay />
      <EmotesPlace />
      <div class="hud-chips" role="status">
        {parts && <parts.Knocks />}
        <VoiceSpeakingPlace />
        <HudChips />
      </div>
      <p class="off-screen" aria-live="polite" data-testid="announcer">
        <Announcement />
      </p>
    </main>
  );
}

function TeamScore({ team, isLeft = false }: { readonly team: Team; readonly isLeft?: boolean }) {
  const { hud } = useUi().model;
  const { teams } = useMessages();
  const isSun = team === TEAM_SUN;
  const now = isSun ? hud.sun.value : hud.wave.value;
  // [V59] The number is the new one at once; what is seen of it turns over a little later.
  const was = hud.goal.value?.team === team ? now - 1 : undefined;
  const score = (
    <b
      class="score"
      translate={false}
      data-was={was}
      data-testid={isSun ? 'score-sun' : 'score-wave'}
    >
      <span>{now}</span>
    </b>
  );
  return (
    <>
      {!isLeft && score}
      {isLeft && <TeamMark team={team} />}
      <span class="score-team">{isSun ? teams.sun : teams.wave}</span>
      {isLeft ? score : <TeamMark team={team} />}
    </>
  );
}

function Clock() {
  const { hud } = useUi().model;
  const { match } = useMessages();
  const seconds = hud.seconds.value;
  const minutes = Math.floor(seconds / 60);
  const look = (hud.goldenGoal.value && 'clock-golden') || (hud.isEnding.value && 'clock-ending');
  return (
    <span
      class={`clock ${look || ''}`}
      role="timer"
      translate={false}
      aria-label={match.clock(minutes, seconds % 60)}
      data-testid="clock"
    >
      {minutes}:{String(seconds % 60).padStart(2, '0')}
    </span>
  );
}

function Countdown() {
  const { hud } = useUi().model;
  const { match } = useMessages();
  const winner = useWinner();
  const word = hud.paused.value ? match.paused : winner;
  const text = word || hud.countdown.value;
  const team = useKickOffTeam();
  if (text === '') return null;
  return (
    <>
      <strong key={text} class={word ? 'countdown is-word' : 'countdown'} data-testid="countdown">
        {text === 'go' ? match.go : text}
      </strong>
      {team !== null && !word && (
        <span class="chip kick-off-team" data-testid="kick-off-team">
          <TeamMark team={hud.kickOff.value} />
          {team}
        </span>
      )}
    </>
  );
}

/** What the last whistle says; '' until then. */
function useWinner(): string {
  const { won } = useUi().model.hud;
  const messages = useMessages();
  return won.value === TEAM_NONE ? '' : titleOf(messages, won.value);
}

/** The team that is about to kick off, as a sentence; null when none is. */
function useKickOffTeam(): string | null {
  const { hud } = useUi().model;
  const { start, teams } = useMessages();
  const team = hud.kickOff.value;
  if (team === TEAM_NONE) return null;
  return start.kicksOff(team === TEAM_SUN ? teams.sun : teams.wave);
}

function HudChips() {
  const { model } = useUi();
  const { hud } = model;
  const { match, start } = useMessages();
  const { host: texts, bots } = usePlayTexts();
  return (
    <>
      {hud.goldenGoal.value && <span class="chip chip-golden">{match.goldenGoal}</span>}
      {model.back.value && (
        <span class="chip" data-testid="back">
          <Icon name="check" />
          {match.back}
        </span>
      )}
      <MissedNotice className="chip" />
      <QuickChip />
      {hud.waitingForFriend.value && !model.isPractice.value && model.quick.value === null && (
        <span class="chip" data-testid="waiting">
          <Icon name="hourglass" />
          {match.waiting}
        </span>
      )}
      {/* A low screen has no room for both, and who is back had not come back before. */}
      {!hud.hostBack.value &&
        hud.departed.value.map(({ name, hasLeft }) => (
          <span key={name} class="chip" data-testid="departed">
            <Icon name="leave" />
            <Sentence say={hasLeft ? match.left : match.gone} literal={name} />
          </span>
        ))}
      {hud.hostBack.value && (
        <span class="chip" data-testid="host-back">
          <Icon name="users" />
          <Sentence say={texts.hostIsBack} literal={hud.hostBack.value} />
        </span>
      )}
      {hud.takenUpBy.value && (
        <span class="chip" data-testid="taken-up">
          <Icon name="play" />
          <Sentence say={texts.takesUp} literal={hud.takenUpBy.value} />
        </span>
      )}
      {hud.absent.value.map(({ name, isPlayedByBot }) => (
        <span key={name} class="chip">
          <Icon name={isPlayedByBot ? 'bot' : 'hourglass'} />
          <Sentence say={isPlayedByBot ? bots.keepsSeat : match.absent} literal={name} />
        </span>
      ))}
      {hud.idle.value.map((name) => (
        <span key={name} class="chip">
          <Icon name="hourglass" />
          <Sentence say={start.isIdle} literal={name} />
        </span>
      ))}
      {model.room.value && <PausedChip room={model.room.value} />}
      {model.room.value && <VoteChips room={model.room.value} />}
      <StillThere />
      {hud.watching.value && (
        <span class="chip">
          <Icon name="eye" />
          {match.watching}
        </span>
      )}
      <GhostKeys />
    </>
  );
}

/** [S64] Asked of one that holds still: any other input answers, and so does the button. */
function StillThere() {
  const { model, actions } = useUi();
  const { start } = useMessages();
  const stillness = model.hud.stillness.value;
  if (stillness === null || model.isPractice.value) return null;
  return (
    <span class="chip still-there" data-testid="still-there">
      <Icon name="hourglass" />
      {stillness === 'asked' ? start.stillThere : start.youAreIdle}
      <button type="button" onClick={actions.room.beHere} data-testid="be-here">
        {start.here}
      </button>
    </span>
  );
}

/** What just happened, for those who listen: a goal, or the end of equal scores. */
function Announcement() {
  const { hud } = useUi().model;
  const { goal, teams, match } = useMessages();
  const { goal: late } = usePlayTexts();
  const kickOff = useKickOffTeam();
  const winner = useWinner();
  const scored = hud.goal.value;
  if (scored) {
    const team = scored.team === TEAM_SUN ? teams.sun : teams.wave;
    const { scorer, assist } = scored;
    const who = assist === '' ? scorer : late.assisted(scorer, assist);
    return (
      <>
        {scored.ownGoal
          ? goal.announceOwn(team, scored.sun, scored.wave)
          : goal.announce(team, who, scored.sun, scored.wave)}
      </>
    );
  }
  if (winner) return <>{winner}</>;
  if (hud.goldenGoal.value) return <>{match.goldenGoal}</>;
  if (hud.countdown.value === 'go') return <>{match.go}</>;
  // Named once, with the first number of a countdown.
  const isFirst = hud.countdown.value === '3';
  return <>{isFirst && kickOff !== null ? `${kickOff}. 3` : hud.countdown.value}</>;
}
