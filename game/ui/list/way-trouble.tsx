import '../styles/public-rooms.css';
import { useLayoutEffect } from 'preact/hooks';
import { Button } from '../controls/button.tsx';
import { Icon, type IconName } from '../controls/icon.tsx';
import { MadeLinkNote, useMadeLink } from '../controls/made-link.tsx';
import { minutesOf } from '../controls/minutes-of.ts';
import { usePlayTexts, useRoomsTexts } from '../model/late-texts.ts';
import { type TriedWays, type TroubleView, WAY_ERRORS } from '../model/trouble-model.ts';
import { useUi } from '../model/ui-context.ts';

/** [L185] Below what says that there is no way into a room: what was tried, and what can be done meanwhile. */
export function WayTrouble({ view }: { readonly view: TroubleView }) {
  const { actions, model, settings } = useUi();
  const { trouble: texts } = useRoomsTexts();
  const { links } = usePlayTexts();
  const { screen } = model;
  const now = screen.value;
  const code = now.screen === 'home' && WAY_ERRORS.has(now.error) ? now.code : null;
  const [report, copy] = useMadeLink(async () => view.report());
  useLayoutEffect(() => {
    const name = model.checkName.value?.(settings.value.nick);
    if (code !== null && name?.ok) view.begin({ code, name: name.value }, model);
  }, [code]);
  if (code === null) return null;
  const { copied, blocked } = texts;
  const match = view.match.value;
  return (
    <section class="card way-trouble" data-testid="way-trouble">
      <div class="row">
        <Button icon="bot" onClick={actions.practice} testId="bots-meanwhile">
          {texts.bots}
        </Button>
        <Button icon="copy" onClick={copy} testId="copy-way-report">
          {texts.copy}
        </Button>
      </div>
      <MadeLinkNote made={report} texts={{ ...links, copied, blocked }} />
      <p role="status" data-testid="trouble-state">
        {texts.states[view.state.value]}
      </p>
      {match && (
        <p data-testid="trouble-score">
          {texts.score(`${match.sun} – ${match.wave}`, minutesOf(match.clockS))}
        </p>
      )}
      {view.ways.value && <Tried ways={view.ways.value} />}
      <p class="hint">{texts.noWatching}</p>
    </section>
  );
}

function Tried({ ways: { address, turn, mayRelay } }: { readonly ways: TriedWays }) {
  const { tried } = useRoomsTexts().trouble;
  return (
    <ul class="tried" data-testid="tried">
      <Way icon="check" text={tried.lobby} />
      <Way icon={address ? 'check' : 'hourglass'} text={tried.address[address ? 'yes' : 'no']} />
      <Way icon="close" text={tried.direct} />
      <Way icon={turn === 'reached' ? 'check' : 'close'} text={tried.turn[turn]} />
      <Way icon="close" text={mayRelay ? tried.relay : tried.noRelay} />
    </ul>
  );
}

function Way({ icon, text }: { readonly icon: IconName; readonly text: string }) {
  return (
    <li>
      <Icon name={icon} />
      {text}
    </li>
  );
}
