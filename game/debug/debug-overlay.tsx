import { render } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ShowRoom } from '../match/shown-names.ts';
import type { Lag } from '../net/link/lagging-link.ts';
import { pageClock } from '../time/page-clock.ts';
import { letGo } from '../ui/controls/let-go.ts';
import type { NetcodeChoice, NetcodePlace } from '../settings/netcode-place.ts';
import type { Texts } from '../i18n/language.ts';
import { BrokenDeterminism, type Breakage } from './break-determinism.ts';
import type { DebugTexts } from '../i18n/en/late/en-debug.ts';
import './debug-overlay.css';
import { LinkTable, Numbers } from './stats-tables.tsx';
import { makeReport } from './stats-report.ts';
import {
  type StatedLink,
  type StatedSession,
  StatsSampler,
  type StatsView,
} from './stats-sampler.ts';

const REFRESH_MS = 250;
const LAGS_MS = [0, 50, 100, 200] as const;

export type OverlaySource = {
  /** Has the session that is drawn just now. */
  readonly loop: { readonly session: StatedSession };
  readonly app: {
    readonly model: { readonly showRoom: ShowRoom };
    /** Null outside of a room. */
    readonly onlineRoom: { links(): readonly StatedLink[]; readonly lag: Lag } | null;
    /** Null where nothing is recorded. */
    readonly replays: { readonly saveAll: (() => Promise<boolean>) | null } | null;
  };
  readonly texts: Texts;
  /** Where sessions run from the next room on. */
  readonly netcode: NetcodeChoice;
  /** The page was asked to be taken apart: a match can be broken on purpose. */
  readonly mayBreak: boolean;
};

/** Shows the overlay in an element of its own; the returned function takes it away again. */
export function openOverlay(source: OverlaySource, onClose: () => void): () => void {
  const root = document.createElement('div');
  document.body.append(root);
  render(<Overlay source={source} onClose={onClose} />, root);
  return () => {
    render(null, root);
    root.remove();
  };
}

type OverlayProps = { readonly source: OverlaySource; readonly onClose: () => void };

/** One line per fact. Nothing is read out as it changes: whoever listens asks for it. */
function Overlay({ source, onClose }: OverlayProps) {
  const words = source.texts.late.value.debug;
  const [broken, setBroken] = useState<BrokenDeterminism | null>(null);
  const view = useStats(source);
  if (!view || !words) return null;
  const lag = source.app.onlineRoom?.lag;
  const saveAll = source.app.replays?.saveAll;
  return (
    <aside
      class="stats-overlay"
      translate={false}
      aria-label={words.title}
      data-testid="stats-overlay"
    >
      <header>
        <h2>{words.title}</h2>
        <button type="button" class="icon-button" aria-label={words.close} onClick={onClose}>
          ✕
        </button>
      </header>
      <Numbers view={view} words={words} />
      <LinkTable links={view.links} words={words} />
      <PlacePicker choice={source.netcode} words={words} />
      {lag && <LagPicker lag={lag} words={words} />}
      <div class="row">
        <CopyReport
          words={words}
          makeText={() => makeReport(view, source.loop.session.state, lag?.ms ?? 0)}
        />
        {saveAll && <SaveReplay words={words} save={saveAll} />}
        {view.session && source.mayBreak && (
          <button
            type="button"
            class="button button-danger"
            data-testid="break-determinism"
            onClick={(event) => {
              setBroken(new BrokenDeterminism(source.loop.session, pageClock.now()));
              letGo(event);
            }}
          >
            {words.breakIt}
          </button>
        )}
      </div>
      <p role="status" data-testid="breakage">
        {broken && breakageWords(words, broken.look(pageClock.now()))}
      </p>
    </aside>
  );
}

/** Reads the numbers a few times a second, and the frames as they come. */
function useStats(source: OverlaySource): StatsView | null {
  const sampler = useRef<StatsSampler | null>(null);
  const [view, setView] = useState<StatsView | null>(null);
  useLayoutEffect(() => {
    const sampling = (sampler.current ??= new StatsSampler());
    let frame = requestAnimationFrame(function mark() {
      sampling.mark(source.loop.session, pageClock.now());
      frame = requestAnimationFrame(mark);
    });
    const read = () => {
      const links = source.app.onlineRoom?.links() ?? [];
      setView(
        sampling.read(source.loop.session, links, pageClock.now(), source.app.model.showRoom),
      );
    };
    read();
    const timer = setInterval(read, REFRESH_MS);
    return () => {
      cancelAnimationFrame(frame);
      clearInterval(timer);
    };
  }, []);
  return view;
}

const PLACES: readonly NetcodePlace[] = ['worker', 'page'];

type PlacePickerProps = { readonly choice: NetcodeChoice; readonly words: DebugTexts };

function PlacePicker({ choice, words }: PlacePickerProps) {
  return (
    <div class="row" role="group" aria-label={words.netcode}>
      <span>{words.netcode}</span>
      <span class="segments">
        {PLACES.map((place) => (
          <button
            key={place}
            type="button"
            aria-pressed={choice.place === place}
            data-testid={`netcode-${place}`}
            onClick={(event) => {
              choice.place = place;
              letGo(event);
            }}
          >
            {words.places[place]}
          </button>
        ))}
      </span>
    </div>
  );
}

function LagPicker({ lag, words }: { readonly lag: Lag; readonly words: DebugTexts }) {
  return (
    <div class="row" role="group" aria-label={words.lag}>
      <span>{words.lag}</span>
      <span class="segments">
        {LAGS_MS.map((ms) => (
          <button
            key={ms}
            type="button"
            aria-pressed={lag.ms === ms}
            data-testid={`lag-${ms}`}
            onClick={(event) => {
              lag.ms = ms;
              letGo(event);
            }}
          >
            {ms} ms
          </button>
        ))}
      </span>
    </div>
  );
}

function CopyReport({
  words,
  makeText,
}: {
  readonly words: DebugTexts;
  readonly makeText: () => string;
}) {
  const [outcome, setOutcome] = useState<'copied' | 'copyFailed' | 'copy'>('copy');
  return (
    <button
      type="button"
      class="button"
      data-testid="copy-report"
      onClick={(event) => {
        letGo(event);
        navigator.clipboard.writeText(makeText()).then(
          () => setOutcome('copied'),
          () => setOutcome('copyFailed'),
        );
      }}
    >
      <span aria-live="polite">{words[outcome]}</span>
    </button>
  );
}

type SaveReplayProps = { readonly words: DebugTexts; readonly save: () => Promise<boolean> };

/** Everything that is kept, not the last match alone: what led to a repair may lie before it. */
function SaveReplay({ words, save }: SaveReplayProps) {
  const [isSaved, setSaved] = useState(false);
  return (
    <button
      type="button"
      class="button"
      data-testid="save-recording"
      onClick={(event) => {
        letGo(event);
        void save().then(setSaved);
      }}
    >
      <span aria-live="polite">{isSaved ? words.saved : words.save}</span>
    </button>
  );
}

function breakageWords(words: DebugTexts, breakage: Breakage): string {
  if (breakage.state === 'broken') return words.broken;
  return words[breakage.state](breakage.afterMs);
}
