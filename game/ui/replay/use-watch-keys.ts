import { useLayoutEffect } from 'preact/hooks';
import { TICK_RATE } from '../../../shared/sim/tick.ts';
import type { KeyBindings } from '../../settings/key-bindings.ts';
import { FREE_ZOOM, SPEEDS, type WatchView } from '../model/replays-model.ts';
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
export function useWatchKeys(
  view: WatchView,
  onHide: () => void,
  moveBy: (right: number, down: number) => void,
): void {
  const { settings } = useUi();
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const { target, code } = event;
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (!(target instanceof Element) || target.closest('dialog,[role=listbox]')) return;
      // A list of choices that is open hears its Escape itself, before the page does.
      if (code === 'Escape') return take(event, view.close);
      if (target.closest('select')) return;
      // Not taken: the match that it begins has to hear it too.
      if (isPlayingOn(view, settings.value.keys, code)) return view.playOn();
      if (view.isFree.value && steer(event, view, settings.value.keys, moveBy)) return;
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

function isPlayingOn(view: WatchView, keys: KeyBindings, code: string): boolean {
  const isReady =
    view.way.value === 'alone' && !view.isPlaying.value && view.followed.value !== null;
  return isReady && moveKeysOf(keys).has(code);
}

/** CSS pixels that a press of a key moves a free camera by. */
const STEP_PX = 48;

/** The keys that steer a disc steer a free camera, and two others bring it nearer or farther. */
function steer(
  event: KeyboardEvent,
  view: WatchView,
  keys: KeyBindings,
  moveBy: (right: number, down: number) => void,
): boolean {
  const { code } = event;
  const isFor = (action: 'up' | 'left' | 'down' | 'right'): boolean =>
    moveKeysOf(keys).has(code) && keys[action].includes(code);
  const right = Number(isFor('right')) - Number(isFor('left'));
  const down = Number(isFor('down')) - Number(isFor('up'));
  const nearer = Number(code === 'PageUp') - Number(code === 'PageDown');
  if (right === 0 && down === 0 && nearer === 0) return false;
  take(event, () => {
    if (nearer === 0) moveBy(right * STEP_PX, down * STEP_PX);
    else view.zoomCamera(FREE_ZOOM.step ** nearer);
  });
  return true;
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
  /** Where programs that cut films have them. */
  KeyI: (view) => view.mark('from'),
  KeyO: (view) => view.mark('to'),
};

function go(view: WatchView, isShift: boolean, direction: 1 | -1): void {
  if (isShift) view.toGoal(direction);
  else view.seek(view.position.value + direction * SECONDS * TICK_RATE);
}

function changeSpeed(view: WatchView, by: 1 | -1): void {
  const next = SPEEDS[SPEEDS.indexOf(view.speed.value) + by];
  if (next !== undefined) view.setSpeed(next);
}
