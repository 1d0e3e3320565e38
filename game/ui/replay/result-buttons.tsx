import { useState } from 'preact/hooks';
import { paletteOf } from '../../settings/theme.ts';
import { Button } from '../controls/button.tsx';
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
      <Button
        kind="quiet"
        icon="copy"
        label={texts.copyResult}
        onClick={onCopy}
        testId="copy-result"
      >
        <span class="wide-only">{texts.copyResult}</span>
      </Button>
      <Button
        kind="quiet"
        icon={isSaved ? 'check' : 'image'}
        label={said || texts.savePicture}
        onClick={() => void save()}
        testId="save-picture"
      >
        <span class="wide-only">{said || texts.savePicture}</span>
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
  const { result: texts } = useReplaysTexts();
  const { links } = usePlayTexts();
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
