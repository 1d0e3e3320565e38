import '../styles/panel.css';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Panel } from '../../../shared/netplay/panel/panel.ts';
import { cssColor, readableOn } from '../../settings/contrast.ts';
import { colorNumber, COLORS } from '../../settings/theme.ts';
import { letGo } from '../controls/let-go.ts';
import { usePlayTexts } from '../model/late-texts.ts';
import type { PanelPlace, PanelView } from '../model/panel-model.ts';
import { useMessages, useUi } from '../model/ui-context.ts';

/** A colour that a script chose has to be read on the ground of the panel, or it is made lighter. */
const LEAST_CONTRAST = 4.5;
/** ms: a clock that runs in a panel would leave those who listen no other word. */
const SAID_EVERY_MS = 10_000;
/** Where a panel would take the pitch away it is folded until it is asked for. */
const SMALL = '(max-width: 639px), (max-height: 479px)';

export type PanelBoxProps = { readonly view: PanelView; readonly place: PanelPlace };

/** What the script of the room shows: lines and buttons, all of it text. */
export function PanelBox({ view, place }: PanelBoxProps) {
  const { settings } = useUi();
  const { host: texts } = usePlayTexts();
  const panel = view.shown.value;
  if (panel === null) return null;
  const isOver = place === 'pitch';
  const isFolded = settings.value.streamer || matchMedia(SMALL).matches;
  const isOpen = !isOver || (view.isOpen.value ?? !isFolded);
  const title = panel.title || texts.script;
  return (
    <section class={`script-panel at-${place}`} aria-label={title} data-testid="script-panel">
      {isOver ? (
        <button
          type="button"
          class="panel-title"
          aria-expanded={isOpen}
          data-testid="panel-fold"
          onClick={(event) => {
            letGo(event);
            view.open(!isOpen);
          }}
        >
          {title}
        </button>
      ) : (
        <h2 class="panel-title">{title}</h2>
      )}
      {isOpen && <Lines panel={panel} />}
      {isOpen && <Buttons panel={panel} view={view} />}
      {place !== 'menu' && <Announcer panel={panel} />}
    </section>
  );
}

function Lines({ panel: { lines } }: { readonly panel: Panel }) {
  if (lines.length === 0) return null;
  return (
    <ul class="panel-lines">
      {lines.map(({ text, color }, place) => (
        <li key={place} dir="auto" style={color === null ? undefined : { color: shownAs(color) }}>
          {text}
        </li>
      ))}
    </ul>
  );
}

function Buttons({ panel, view }: { readonly panel: Panel; readonly view: PanelView }) {
  const { chat } = useMessages();
  const { host: texts } = usePlayTexts();
  const refusal = view.refusal.value;
  return (
    <>
      {panel.buttons.length > 0 && (
        <div class="panel-buttons">
          {panel.buttons.map(({ id, text }) => (
            <button
              key={id}
              type="button"
              dir="auto"
              data-testid="panel-button"
              onClick={(event) => {
                letGo(event);
                view.press(id);
              }}
            >
              {text}
            </button>
          ))}
        </div>
      )}
      <p class="panel-state" role="status" data-testid="panel-state">
        {refusal === 'too-fast'
          ? chat.refusals['too-fast']
          : (refusal !== null || view.isAway.value) && texts.scriptAway}
      </p>
    </>
  );
}

/** What stands there, for those who listen: when it comes, and then no more often than can be heard. */
function Announcer({ panel }: { readonly panel: Panel }) {
  const now = [panel.title, ...panel.lines.map(({ text }) => text)].filter(Boolean).join('. ');
  const newest = useRef(now);
  newest.current = now;
  const [said, say] = useState(now);
  useLayoutEffect(() => {
    const timer = setInterval(() => say(newest.current), SAID_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <p class="off-screen" aria-live="polite">
      {said}
    </p>
  );
}

function shownAs(color: number): string {
  return cssColor(readableOn(color, colorNumber(COLORS.ink), LEAST_CONTRAST));
}
