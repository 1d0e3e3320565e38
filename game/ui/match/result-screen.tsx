import { findMember } from '../../../shared/room/room-state.ts';
import { TEAM_NONE, TEAM_WAVE } from '../../../shared/sim/team.ts';
import type { Messages } from '../../i18n/en/en.ts';
import { Button } from '../controls/button.tsx';
import { ChatOverlay } from '../chat/chat-overlay.tsx';
import { PageNotices } from '../notices/page-notices.tsx';
import { RoomGoneNotice } from '../notices/room-gone-notice.tsx';
import { VoiceChipPlace } from '../controls/voice-place.tsx';
import { SettingsButton } from '../controls/settings-button.tsx';
import { ResultGoals, ResultPlace } from './result-goals.tsx';
import { StatsTable } from './stats-table.tsx';
import { TeamMark } from '../controls/team-mark.tsx';
import { WinsLine } from '../votes/wins-line.tsx';
import { useMessages, useUi } from '../model/ui-context.ts';
import type { ResultView, RoomView } from '../model/view-model.ts';
import { titleOf, useClaim } from '../model/result-words.ts';
import { useFirstFocus } from '../controls/use-first-focus.ts';

export type ResultProps = {
  readonly result: ResultView;
  readonly room: RoomView | null;
};

/** After the whistle: who won, what everybody did, and one key for another go. */
export function ResultScreen({ result, room }: ResultProps) {
  const { actions, model } = useUi();
  const messages = useMessages();
  const rematch = useFirstFocus();
  const me = room && room.self !== null ? findMember(room.state, room.self) : undefined;
  const claim = useClaim(result);
  const Buttons = model.resultButtons.value;
  const isPlayer = me !== undefined && me.team !== TEAM_NONE;
  return (
    <main class="screen result" data-testid="result">
      <section class={`card result-card ${winnerClass(result)}`}>
        <h1 class="result-title" data-testid="result-title">
          {result.winner !== TEAM_NONE && <TeamMark team={result.winner} />}
          {titleOf(messages, result.winner)}
        </h1>
        <p class="result-score" data-testid="result-score">
          <span class="off-screen">{messages.match.score(result.sun, result.wave)}</span>
          <span aria-hidden="true" translate={false}>
            <b class="score-sun">{result.sun}</b>
            <i>–</i>
            <b class="score-wave">{result.wave}</b>
          </span>
        </p>
        <p class="hint result-mood">
          {claim || moodOf(messages, result)} <ResultPlace seconds={result.seconds} />
        </p>
        <ResultGoals />
        <RoomGoneNotice />
        <PageNotices />
        <StatsTable players={result.players} />
        {room && !model.isPractice.value && <WinsLine state={room.state} />}
        <div class="row result-actions">
          {isPlayer && (
            <Button
              kind="primary"
              icon="rematch"
              className="button-big"
              pressed={me.ready}
              onClick={() => actions.room.setReady(!me.ready)}
              buttonRef={rematch}
              testId="rematch"
            >
              {me.ready ? messages.result.rematchWaiting : messages.result.rematch}
            </Button>
          )}
          {!model.isPractice.value && model.quick.value === null && (
            <Button icon="users" onClick={actions.backToRoom} testId="back-to-room">
              {messages.result.backToRoom}
            </Button>
          )}
          <div class="row result-quiet">
            {Buttons && <Buttons result={result} />}
            <VoiceChipPlace />
            <SettingsButton />
            <Button
              kind="quiet"
              icon="leave"
              label={messages.result.leave}
              onClick={actions.leave}
              testId="leave"
            >
              <span class="leave-word">{messages.result.leave}</span>
            </Button>
          </div>
        </div>
        <p class="hint" role="status">
          <NextMatch />
          {waitingLine(room)}
        </p>
      </section>
      <ChatOverlay />
    </main>
  );
}

/** [R17] [R25] [R31] The next match begins by itself. */
function NextMatch() {
  const { quick, hud } = useUi().model;
  const messages = useMessages();
  const seconds = quick.value?.nextS ?? hud.nextS.value;
  return seconds === null ? null : <span>{messages.quick.next(seconds)} </span>;
}

function moodOf({ result }: Messages, { winner, ownTeam }: ResultView): string {
  if (ownTeam === TEAM_NONE || winner === TEAM_NONE) return result.watched;
  return winner === ownTeam ? result.youWin : result.youLose;
}

function winnerClass({ winner }: ResultView): string {
  if (winner === TEAM_NONE) return '';
  return winner === TEAM_WAVE ? 'is-wave' : 'is-sun';
}

/** '1/2 ✓': how many want to play on. */
function waitingLine(room: RoomView | null): string {
  if (!room || room.code === null) return '';
  const players = room.state.members.filter((member) => member.team !== TEAM_NONE);
  const ready = players.filter((member) => member.ready).length;
  return ready === 0 ? '' : `${ready}/${players.length} ✓`;
}
