import { useLayoutEffect } from 'preact/hooks';
import { TICK_RATE } from '../../../shared/sim/tick.ts';
import type { KeyBindings } from '../../settings/key-bindings.ts';
import { SPEEDS, type WatchView } from '../model/replays-model.ts';
import { useUi } from '../model/ui-context.ts';

const SECONDS = 5;

/** The keys that steer and are free here: the arrows go about in the replay. */
export function moveCodes(keys: KeyBindings): readonly string[] {
  return (['up', 'left', 'down', 'right'] as const).flatMap((action) =>
    keys[action]
      .filter((code) => !code.startsWith('Arrow') && KEYS[code] === undefined)
      .slice(0, 1),
  );
}

/**
 * Everything by keys, also what has no button: by the place of a key, so that it is heard before the
 * game hears it. A key that steers plays on at once, and is held already in the match that begins.
 */
export function useWatchKeys(view: WatchView, onHide: () => void): void {
  const { settings } = useUi();
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const { target, code } = event;
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (!(target instanceof Element) || target.closest('dialog,[role=listbox]')) return;
      // A list of choices that is open hears its Escape itself, before the page does.
      if (code === 'Escape') return take(event, view.close);
      if (target.closest('select')) return;
      const isMove = moveKeysOf(settings.value.keys).has(code);
      const isReady = !view.isPlaying.value && view.followed.value !== null;
      // Not taken: the match that it begins has to hear it too.
      if (isMove && isReady) return view.playOn();
      if (code === 'Space' && target.closest('button')) return;
      const key = KEYS[code];
      if (key) take(event, () => key(view, event.shiftKey, onHide));
      // There is no chat here.
      else if (isTalk(settings.value.keys, code)) event.stopImmediatePropagation();
    };
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  }, [view]);
}

function take(event: KeyboardEvent, act: () => void): void {
  event.preventDefault();
  event.stopImmediatePropagation();
  act();
}

function moveKeysOf(keys: KeyBindings): ReadonlySet<string> {
  const all = [...keys.up, ...keys.left, ...keys.down, ...keys.right];
  return new Set(all.filter((code) => !code.startsWith('Arrow') && KEYS[code] === undefined));
}

function isTalk(keys: KeyBindings, code: string): boolean {
  const { talk, quick1, quick2, quick3, quick4 } = keys;
  return [...talk, ...quick1, ...quick2, ...quick3, ...quick4].includes(code);
}

type Key = (view: WatchView, isShift: boolean, onHide: () => void) => void;

const KEYS: Readonly<Record<string, Key>> = {
  Space: (view) => view.toggle(),
  KeyK: (view) => view.toggle(),
  ArrowLeft: (view, isShift) => go(view, isShift, -1),
  ArrowRight: (view, isShift) => go(view, isShift, 1),
  Home: (view) => view.seek(0),
  End: (view) => view.seek(view.length),
  Comma: (view) => view.step(-1),
  Period: (view) => view.step(1),
  Minus: (view) => changeSpeed(view, -1),
  NumpadSubtract: (view) => changeSpeed(view, -1),
  Equal: (view) => changeSpeed(view, 1),
  NumpadAdd: (view) => changeSpeed(view, 1),
  /** Where a German keyboard has its plus. */
  BracketRight: (view) => changeSpeed(view, 1),
  KeyH: (_view, _isShift, onHide) => onHide(),
};

function go(view: WatchView, isShift: boolean, direction: 1 | -1): void {
  if (isShift) view.toGoal(direction);
  else view.seek(view.position.value + direction * SECONDS * TICK_RATE);
}

function changeSpeed(view: WatchView, by: 1 | -1): void {
  const next = SPEEDS[SPEEDS.indexOf(view.speed.value) + by];
  if (next !== undefined) view.setSpeed(next);
}
