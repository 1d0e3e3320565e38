import { useLayoutEffect, useRef } from 'preact/hooks';
import { keyCap, moveCaps } from '../../settings/key-bindings.ts';
import { LESSONS, type Lesson } from '../../settings/settings.ts';
import { Icon } from '../controls/icon.tsx';
import { useMessages, useUi } from '../model/ui-context.ts';
import type { PictureView } from '../model/view-model.ts';

/** Between the disc and what stands over it, in CSS pixels. */
const GAP_PX = 14;
/** Nearer to the upper edge than this it stands under the disc and its name. */
const EDGE_PX = 110;
const NAME_PX = 34;
/** A window so low is a phone held sideways: the marks for thumbs take its sides. */
const LOW_PX = 400;
const THUMBS_PX = 150;

/**
 * What to press, on the device that was used last, over the person's own disc: for newcomers, until they
 * have done it. Where no picture is drawn it stands among the chips.
 */
export function GhostKeys() {
  const { hud } = useUi().model;
  const hint = hud.hint.value;
  // While it is counted down no key does anything.
  if (hint === null || hud.watching.value || hud.countdown.value !== '') return null;
  return <Ghost key={hint} hint={hint} />;
}

function Ghost({ hint }: { readonly hint: Lesson }) {
  const { actions } = useUi();
  const { match } = useMessages();
  const ghost = useRef<HTMLSpanElement>(null);
  const arrow = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const unfollow = actions.followPicture((picture) => {
      if (ghost.current) place(ghost.current, picture);
      if (arrow.current) point(arrow.current, picture);
    });
    // Where it stood is somewhere else in a window of another size: the next picture tells.
    const hide = (): void => void (ghost.current && show(ghost.current, false));
    window.addEventListener('resize', hide);
    return () => {
      unfollow();
      window.removeEventListener('resize', hide);
    };
  }, []);
  const words = { move: match.hintMove, kick: match.hintKick, score: match.hintScore };
  return (
    <span class="chip key-hint" data-hint={hint} data-testid="play-hint" ref={ghost}>
      <small class="key-step" translate={false}>
        {LESSONS.indexOf(hint) + 1}/{LESSONS.length}
      </small>
      {useCaps(hint).map((key) => (
        <kbd key={key} translate={false}>
          {key}
        </kbd>
      ))}
      {words[hint]}
      {hint === 'score' && (
        <span class="key-arrow" ref={arrow}>
          <Icon name="arrowRight" />
        </span>
      )}
    </span>
  );
}

function useCaps(hint: Lesson): readonly string[] {
  const { hands, settings } = useUi();
  const { pad } = useMessages();
  if (hint === 'score') return [];
  const isMove = hint === 'move';
  const { keys, touch } = settings.value;
  return {
    keys: isMove ? moveCaps(keys) : [keyCap(keys.kick[0]!)],
    pad: [isMove ? pad.stick : pad.kick],
    touch: [isMove === touch.swapHands ? pad.rightSide : pad.leftSide],
  }[hands.last.value];
}

function place(ghost: HTMLElement, picture: PictureView): void {
  const { own, scale, insets } = picture;
  const isPlaced = own !== null;
  ghost.dataset['placed'] = String(isPlaced);
  if (!isPlaced) {
    ghost.style.transform = '';
    return show(ghost, true);
  }
  const x = picture.windowX(own.x, own.y);
  const y = picture.windowY(own.x, own.y);
  const radius = own.radius * scale;
  const half = ghost.offsetWidth / 2;
  const isBelow = y - radius < EDGE_PX;
  const thumbs = window.innerHeight < LOW_PX ? THUMBS_PX : 0;
  const right = window.innerWidth - Math.max(insets.right, thumbs) - half;
  const left = Math.max(Math.max(insets.left, thumbs) + half, Math.min(right, x)) - half;
  const top = isBelow ? y + radius + NAME_PX : y - radius - GAP_PX - ghost.offsetHeight;
  // Within the window also when that has changed and no picture of it was drawn yet.
  ghost.style.transform = `translate(min(${left}px,100vw - 100%),min(${top}px,100vh - 100%))`;
  show(ghost, !meetsSheet(left, top, ghost));
}

function show(ghost: HTMLElement, isShown: boolean): void {
  ghost.style.visibility = isShown ? '' : 'hidden';
}

/** The room's sheet may lie over the disc: then nobody could read it. */
function meetsSheet(left: number, top: number, ghost: HTMLElement): boolean {
  const sheet = document.querySelector('.room-panel')?.getBoundingClientRect();
  if (!sheet) return false;
  const isBeside = left + ghost.offsetWidth < sheet.left || left > sheet.right;
  return !isBeside && top + ghost.offsetHeight > sheet.top && top < sheet.bottom;
}

/** To the goal that is attacked, however the pitch lies. */
function point(arrow: HTMLElement, picture: PictureView): void {
  const { own, goalX } = picture;
  if (own === null) return;
  const dx = picture.windowX(goalX, 0) - picture.windowX(own.x, own.y);
  const dy = picture.windowY(goalX, 0) - picture.windowY(own.x, own.y);
  arrow.style.transform = `rotate(${Math.atan2(dy, dx)}rad)`;
}
