import {
  ancestors,
  type Box,
  isShown,
  know,
  meet,
  nameOf,
  type Piece,
  piecesIn,
  scrolls,
} from './layout-pieces.ts';

/**
 * Looks, within a page, for what a person at this window could not read or reach: text and controls
 * that are cut off, lie over one another, stick out of their box or cannot be scrolled to, and pages
 * that have to be scrolled sideways. Knows nothing of the game.
 */

type Writable<Value> = { -readonly [Key in keyof Value]: Value[Key] };

/** What opens over other things on purpose, by selectors: a menu, and what may be under it. */
export type LayoutOptions = { readonly popup: string; readonly under: string };

/** Rounding, and what nobody sees. */
const SLACK_PX = 1.5;
/** What a browser draws into a select beside its text. */
const SELECT_ARROW_PX = 18;
/** More of a scrolled list than this must not be under what sticks to its edge. */
const STICKY_SHARE = 0.5;

/** Looks for what does not fit on the page, one sentence each. */
export function findLayoutFaults(options?: LayoutOptions): string[] {
  const root = topDialog() ?? document.body;
  const pieces = piecesIn(root);
  const faults = [
    ...sidewaysIn(root),
    ...pieces.flatMap(reachFaults),
    ...pieces.flatMap(boxFaults),
    ...pieces.flatMap(contentFaults),
    ...overlaps(pieces, options),
    ...stickyFaults(root),
  ];
  return [...new Set(faults)];
}

/** What is behind a modal dialog is looked at without it. */
function topDialog(): Element | null {
  return [...document.querySelectorAll('dialog:modal')].at(-1) ?? null;
}

function windowBox(): Box {
  return { left: 0, top: 0, right: window.innerWidth, bottom: window.innerHeight };
}

/** Words never scroll sideways; only what says that it is a region of its own may be wider. */
function sidewaysIn(root: Element): string[] {
  const { documentElement } = document;
  return [documentElement, document.body, root, ...root.querySelectorAll('*')]
    .filter((each) => each === documentElement || each === document.body || scrolls(each, 'x'))
    .filter((each) => !each.matches('input, select, textarea, [role=region][tabindex="0"]'))
    .filter((each) => each.scrollWidth > each.clientWidth + SLACK_PX)
    .map((each) => `sideways: ${nameOf(each)} is ${each.scrollWidth} in ${each.clientWidth} px`);
}

const SIDES = { x: ['left', 'right'], y: ['top', 'bottom'] } as const;

/** Cut off by something that does not scroll, or outside of the window. */
function reachFaults({ element, isControl, name, box }: Piece): string[] {
  const rest = { ...box };
  for (const at of clippersOf(element, isControl)) {
    for (const axis of ['x', 'y'] as const) {
      const problem = passThrough(rest, at, axis);
      if (problem) return [`${problem}: ${name} by ${nameOf(at)}`];
    }
  }
  return isOutside(rest, windowBox()) ? [`outside: ${name} ${words(rest)}`] : [];
}

/** What could cut an element off, from the inside outwards: not what its position takes it out of. */
function clippersOf(element: Element, isControl: boolean): Element[] {
  const found: Element[] = [];
  let flow: 'here' | 'absolute' | 'fixed' = 'here';
  for (const at of ancestors(element)) {
    const { isHolder, position } = know(at);
    if (flow === 'absolute' && isHolder) flow = 'here';
    if (flow === 'here' && !(isControl && at === element)) found.push(at);
    if (position === 'absolute' || position === 'fixed') flow = position;
  }
  return found;
}

/** What is left to be found further out: of what can be scrolled to, the place where it will be. */
function passThrough(rest: Writable<Box>, at: Element, axis: 'x' | 'y'): string | null {
  const { inner, overflowX, overflowY } = know(at);
  const [from, to] = SIDES[axis];
  if ((axis === 'x' ? overflowX : overflowY) === 'visible') return null;
  if (!scrolls(at, axis))
    return isOutside(rest, { ...rest, [from]: inner[from], [to]: inner[to] }) ? 'clipped' : null;
  const scrolled = axis === 'x' ? at.scrollLeft : at.scrollTop;
  const start = rest[from] - inner[from] + scrolled;
  rest[from] = inner[from];
  rest[to] = inner[from];
  return start < -SLACK_PX ? 'unreachable' : null;
}

function isOutside(box: Box, around: Box): boolean {
  return (
    box.left < around.left - SLACK_PX ||
    box.top < around.top - SLACK_PX ||
    box.right > around.right + SLACK_PX ||
    box.bottom > around.bottom + SLACK_PX
  );
}

/** Out of the card, chip or button that it is drawn on. */
function boxFaults({ element, isControl, name, box }: Piece): string[] {
  const above = isControl ? ancestors(element).slice(1) : ancestors(element);
  const card = above.find((each) => know(each).isDrawn);
  if (!card || above.slice(0, above.indexOf(card)).some((each) => scrolls(each, 'y'))) return [];
  const around = know(card).outer;
  const isOut =
    box.left < around.left - SLACK_PX ||
    box.right > around.right + SLACK_PX ||
    (!scrolls(card, 'y') &&
      (box.top < around.top - SLACK_PX || box.bottom > around.bottom + SLACK_PX));
  return isOut ? [`sticks out: ${name} of ${nameOf(card)}`] : [];
}

/** A chosen option or a hint within a field that is longer than its box. */
function contentFaults({ element, isControl, name }: Piece): string[] {
  if (!isControl) return [];
  let text = '';
  if (element instanceof HTMLSelectElement) text = element.selectedOptions[0]?.text ?? '';
  else if (element instanceof HTMLInputElement && element.value === '') text = element.placeholder;
  if (text === '') return [];
  const style = getComputedStyle(element);
  const paper = document.createElement('canvas').getContext('2d');
  if (!paper) throw new Error('no canvas to measure text with');
  paper.font = style.font;
  const padding = Number.parseFloat(style.paddingLeft) + Number.parseFloat(style.paddingRight);
  const arrow = element instanceof HTMLSelectElement ? SELECT_ARROW_PX : 0;
  const room = element.clientWidth - padding - arrow;
  const width = paper.measureText(text).width;
  return width > room + SLACK_PX
    ? [`cut: '${text}' is ${Math.round(width)} in ${Math.round(room)} px of ${name}`]
    : [];
}

function overlaps(pieces: readonly Piece[], options: LayoutOptions | undefined): string[] {
  const faults: string[] = [];
  for (const [index, a] of pieces.entries()) {
    for (let other = index + 1; other < pieces.length; other += 1) {
      const b = pieces[other]!;
      const isSame = a.scroller === b.scroller;
      const shared = meet(isSame ? a.box : a.seen, isSame ? b.box : b.seen);
      if (shared.right - shared.left <= SLACK_PX || shared.bottom - shared.top <= SLACK_PX)
        continue;
      if (a.element.contains(b.element) || b.element.contains(a.element)) continue;
      if (a.sticky !== b.sticky || (options && isOnPurpose(a, b, options))) continue;
      faults.push(`overlap: ${a.name} and ${b.name} ${words(shared)}`);
    }
  }
  return faults;
}

function isOnPurpose(a: Piece, b: Piece, { popup, under }: LayoutOptions): boolean {
  const [over, below] = a.element.closest(popup) ? [a, b] : [b, a];
  if (!over.element.closest(popup) || below.element.closest(popup)) return false;
  return below.element.closest(under) !== null;
}

/** A head or a foot that leaves no room for what is scrolled under it. */
function stickyFaults(root: Element): string[] {
  return [...root.querySelectorAll('*')]
    .filter((each) => know(each).position === 'sticky' && isShown(each))
    .flatMap((each) => {
      const scroller = ancestors(each).find((above) => above !== each && scrolls(above, 'y'));
      const share = each.clientHeight / (scroller?.clientHeight ?? Infinity);
      return share > STICKY_SHARE
        ? [`sticky: ${nameOf(each)} takes ${Math.round(share * 100)} % of the height`]
        : [];
    });
}

function words({ left, top, right, bottom }: Box): string {
  return `[${[left, top, right, bottom].map((each) => Math.round(each)).join(' ')}]`;
}
