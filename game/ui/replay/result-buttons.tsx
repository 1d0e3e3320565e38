import { useState } from 'preact/hooks';
import { paletteOf } from '../../settings/theme.ts';
import { Button } from '../controls/button.tsx';
import type { IconName } from '../controls/icon.tsx';
import { MadeLinkNote, useMadeLink } from '../controls/made-link.tsx';
import { usePlayTexts, useReplaysTexts } from '../model/late-texts.ts';
import { resultText } from '../model/result-text.ts';
import { titleOf, useClaim } from '../model/result-words.ts';
import { useMessages, useUi } from '../model/ui-context.ts';
import type { ResultView } from '../model/view-model.ts';

/** What can be done with a match that is over, and what became of it. */
export function ResultButtons({ result }: { readonly result: ResultView }) {
  const { actions } = useUi();
  const messages = useMessages();
  const { links } = usePlayTexts();
  const { result: texts } = useReplaysTexts();
  const claim = useClaim(result);
  const [made, link] = useMadeLink(async () => (await actions.replays?.linkLastGoal()) ?? null);
  const [text, copy] = useMadeLink(async () => resultText(result, messages.teams, claim));
  const isText = text.state !== 'idle';
  const note = { ...links, copied: texts.resultCopied, blocked: texts.resultBlocked };
  return (
    <>
      <ShareButtons result={result} note={claim} onCopy={copy} />
      <ReplayButtons hasGoal={result.sun + result.wave > 0} onLink={link} />
      <MadeLinkNote made={isText ? text : made} texts={isText ? note : links} />
    </>
  );
}

type ShareProps = {
  readonly result: ResultView;
  readonly note: string;
  readonly onCopy: () => void;
};

/** The result for those who were not there: some lines of text, or a picture. */
function ShareButtons({ result, note, onCopy }: ShareProps) {
  const { notices, settings } = useUi();
  const messages = useMessages();
  const { result: texts } = useReplaysTexts();
  const [isSaved, setSaved] = useState<boolean | null>(null);
  const save = async (): Promise<void> => {
    const loaded = await notices.loadSaveResult();
    const palette = paletteOf(settings.value);
    const title = titleOf(messages, result.winner);
    const picture = { result, title, note, teams: messages.teams, palette };
    setSaved(loaded.ok && (await loaded.value(picture)));
  };
  const said = isSaved === null ? '' : isSaved ? texts.pictureSaved : texts.pictureMissing;
  return (
    <>
      <QuietButton icon="copy" text={texts.copyResult} onClick={onCopy} testId="copy-result" />
      <QuietButton
        icon={isSaved ? 'check' : 'image'}
        text={texts.savePicture}
        said={said}
        onClick={() => void save()}
        testId="save-picture"
      />
    </>
  );
}

type ReplayButtonsProps = { readonly hasGoal: boolean; readonly onLink: () => void };

/** [V2] The match keeps itself: it can be seen at once. Each press of the other saves what there is by then. */
function ReplayButtons({ hasGoal, onLink }: ReplayButtonsProps) {
  const { actions } = useUi();
  const { result: texts } = useReplaysTexts();
  const { links } = usePlayTexts();
  const [isSaved, setSaved] = useState(false);
  return (
    <>
      <QuietButton
        icon="play"
        text={texts.watchReplay}
        onClick={() => actions.replays?.watch()}
        testId="watch-replay"
      />
      <QuietButton
        icon={isSaved ? 'check' : 'download'}
        text={texts.saveReplay}
        said={isSaved ? texts.replaySaved : ''}
        onClick={() => void actions.replays?.save().then(setSaved)}
        testId="save-replay"
      />
      {hasGoal && (
        <QuietButton icon="share" text={links.goal} onClick={onLink} testId="link-goal" />
      )}
    </>
  );
}

type QuietButtonProps = {
  readonly icon: IconName;
  readonly text: string;
  /** What became of the press, in place of the text and read out; '' until then. Left out where nothing is said. */
  readonly said?: string;
  readonly onClick: () => void;
  readonly testId: string;
};

/** On narrow screens an icon alone. */
function QuietButton({ icon, text, said, onClick, testId }: QuietButtonProps) {
  const shown = said || text;
  return (
    <Button kind="quiet" icon={icon} label={shown} onClick={onClick} testId={testId}>
      <span class="wide-only">{shown}</span>
      {said !== undefined && (
        <span class="off-screen" role="status">
          {said}
        </span>
      )}
    </Button>
  );
}
