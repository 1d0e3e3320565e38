import { useState } from 'preact/hooks';
import { findMember } from '../../../shared/room/room-state.ts';
import { TEAM_NONE, TEAM_SUN, TEAM_WAVE } from '../../../shared/sim/team.ts';
import { paletteOf } from '../../settings/theme.ts';
import type { Messages } from '../../i18n/en/en.ts';
import { Button } from '../controls/button.tsx';
import { ChatOverlay } from '../chat/chat-overlay.tsx';
import { PageNotices } from '../notices/page-notices.tsx';
import { RoomGoneNotice } from '../notices/room-gone-notice.tsx';
import { VoiceChipPlace } from '../controls/voice-place.tsx';
import { SettingsButton } from '../controls/settings-button.tsx';
import { MadeLinkNote, useMadeLink } from '../controls/made-link.tsx';
import { ResultGoals, ResultPlace } from './result-goals.tsx';
import { StatsTable } from './stats-table.tsx';
import { TeamMark } from '../controls/team-mark.tsx';
import { WinsLine } from '../votes/wins-line.tsx';
import { usePlayTexts } from '../model/late-texts.ts';
import { useMessages, useUi } from '../model/ui-context.ts';
import type { ResultView, RoomView } from '../model/view-model.ts';
import { resultText } from '../model/result-text.ts';
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
  const { links, record } = usePlayTexts();
  const [made, link] = useMadeLink(async () => (await actions.replays?.linkLastGoal()) ?? null);
  const [text, copy] = useMadeLink(async () => resultText(result, messages.teams));
  const isText = text.state !== 'idle';
  const note = { ...links, copied: record.resultCopied, blocked: record.resultBlocked };
  const isPlayer = me !== undefined && me.team !== TEAM_NONE;
  return (
    <main class="screen result" data-testid="result">
      <section class={`card result-card ${winnerClass(result)}`}>
        <h1 class="result-title" data-testid="result-title">
          {result.winner !== TEAM_NONE && <TeamMark team={result.winner} />}
          {titleOf(messages, result)}
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
          {moodOf(messages, result)} <ResultPlace seconds={result.seconds} />
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
            <ShareButtons result={result} onCopy={copy} />
            <ReplayButtons hasGoal={result.sun + result.wave > 0} onLink={link} />
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
        <MadeLinkNote made={isText ? text : made} texts={isText ? note : links} />
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

type ShareProps = { readonly result: ResultView; readonly onCopy: () => void };

/** The result for those who were not there: some lines of text, or a picture. */
function ShareButtons({ result, onCopy }: ShareProps) {
  const { notices, settings } = useUi();
  const messages = useMessages();
  const { record } = usePlayTexts();
  const [isSaved, setSaved] = useState<boolean | null>(null);
  const save = async (): Promise<void> => {
    const loaded = await notices.loadSaveResult();
    const palette = paletteOf(settings.value);
    const picture = { result, title: titleOf(messages, result), teams: messages.teams, palette };
    setSaved(loaded.ok && (await loaded.value(picture)));
  };
  const said = isSaved === null ? '' : isSaved ? record.pictureSaved : record.pictureMissing;
  return (
    <>
      <Button
        kind="quiet"
        icon="copy"
        label={record.copyResult}
        onClick={onCopy}
        testId="copy-result"
      >
        <span class="wide-only">{record.copyResult}</span>
      </Button>
      <Button
        kind="quiet"
        icon={isSaved ? 'check' : 'image'}
        label={said || record.savePicture}
        onClick={() => void save()}
        testId="save-picture"
      >
        <span class="wide-only">{said || record.savePicture}</span>
        <span class="off-screen" role="status">
          {said}
        </span>
      </Button>
    </>
  );
}

type ReplayButtonsProps = { readonly hasGoal: boolean; readonly onLink: () => void };

/** [V2] The match keeps itself: it can be seen at once. Each press of the other saves what there is by then. */
function ReplayButtons({ hasGoal, onLink }: ReplayButtonsProps) {
  const { actions } = useUi();
  const { record: texts, links } = usePlayTexts();
  const [isSaved, setSaved] = useState(false);
  return (
    <>
      <Button
        kind="quiet"
        icon="play"
        label={texts.watchReplay}
        onClick={() => actions.replays?.watch()}
        testId="watch-replay"
      >
        <span class="wide-only">{texts.watchReplay}</span>
      </Button>
      <Button
        kind="quiet"
        icon={isSaved ? 'check' : 'download'}
        label={isSaved ? texts.replaySaved : texts.saveReplay}
        onClick={() => void actions.replays?.save().then(setSaved)}
        testId="save-replay"
      >
        <span class="wide-only">{isSaved ? texts.replaySaved : texts.saveReplay}</span>
        <span class="off-screen" role="status">
          {isSaved && texts.replaySaved}
        </span>
      </Button>
      {hasGoal && (
        <Button kind="quiet" icon="share" label={links.goal} onClick={onLink} testId="link-goal">
          <span class="wide-only">{links.goal}</span>
        </Button>
      )}
    </>
  );
}

function titleOf({ result, teams }: Messages, { winner }: ResultView): string {
  if (winner === TEAM_NONE) return result.draw;
  return result.wins(winner === TEAM_SUN ? teams.sun : teams.wave);
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
