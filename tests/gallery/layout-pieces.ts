/** What of a page a person reads or uses, and where it lies. For `layout-faults.ts`. */

/** In CSS pixels of the window. */
export type Box = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

export type Piece = {
  readonly element: Element;
  readonly isControl: boolean;
  readonly name: string;
  readonly box: Box;
  /** What of it is seen now: not what is scrolled away. */
  readonly seen: Box;
  readonly scroller: Element | null;
  readonly sticky: Element | null;
};

const CONTROLS = 'button, a[href], input, select, textarea, summary';
/** Of the height of a line, above and below: there is no ink but in accents. */
const LEADING = 0.18;

/** What was read of an element during one look: styles and places do not change meanwhile. */
type Known = {
  readonly overflowX: string;
  readonly overflowY: string;
  readonly position: string;
  readonly isHolder: boolean;
  readonly isForEarsOnly: boolean;
  readonly isDrawn: boolean;
  readonly outer: Box;
  /** Within its borders. */
  readonly inner: Box;
  /** From the element itself up to what lies in the window: below the body, or a dialog. */
  readonly chain: readonly Element[];
};

let known = new Map<Element, Known>();

/** Everything that is to be read or used within an element, as it lies now. */
export function piecesIn(root: Element): readonly Piece[] {
  known = new Map();
  return [...controlsIn(root), ...textsIn(root)];
}

function controlsIn(root: Element): Piece[] {
  return [...root.querySelectorAll(CONTROLS)]
    .filter(isShown)
    .map((element) => piece(element, true, element.getBoundingClientRect()));
}

function textsIn(root: Element): Piece[] {
  const found: Piece[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!element || !/\S/u.test(node.textContent ?? '')) continue;
    if (element.closest('select, textarea, script, style') || !isShown(element)) continue;
    range.selectNodeContents(node);
    for (const line of range.getClientRects()) {
      if (line.width < 1) continue;
      const ink = line.height * LEADING;
      const { left, right } = line;
      found.push(
        piece(element, false, { left, right, top: line.top + ink, bottom: line.bottom - ink }),
      );
    }
  }
  return found;
}

/** True for an element that has a size and is not hidden. */
export function isShown(element: Element): boolean {
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  return !know(element).chain.some((each) => know(each).isForEarsOnly);
}

/** What the checks need of an element, read once. */
export function know(element: Element): Known {
  const before = known.get(element);
  if (before) return before;
  const style = getComputedStyle(element);
  const outer = element.getBoundingClientRect();
  const left = outer.left + element.clientLeft;
  const top = outer.top + element.clientTop;
  const parent = element.parentElement;
  const isTop = !parent || parent === document.body || element.matches('dialog:modal');
  const isFilled = !/^rgba\(.*, 0\)$|transparent/u.test(style.backgroundColor);
  const fresh: Known = {
    overflowX: style.overflowX,
    overflowY: style.overflowY,
    position: style.position,
    isHolder: style.position !== 'static' || style.transform !== 'none',
    isForEarsOnly: style.clipPath === 'inset(50%)',
    isDrawn: isFilled || Number.parseFloat(style.borderTopWidth) > 0,
    outer,
    inner: { left, top, right: left + element.clientWidth, bottom: top + element.clientHeight },
    chain: isTop ? [element] : [element, ...know(parent).chain],
  };
  known.set(element, fresh);
  return fresh;
}

function piece(element: Element, isControl: boolean, { left, top, right, bottom }: Box): Piece {
  const box = { left, top, right, bottom };
  const above = isControl ? ancestors(element).slice(1) : ancestors(element);
  const scrollers = above.filter((each) => scrolls(each, 'y') || scrolls(each, 'x'));
  return {
    element,
    isControl,
    name: nameOf(element),
    box,
    seen: scrollers.reduce((seen, each) => meet(seen, know(each).inner), box),
    scroller: scrollers[0] ?? null,
    sticky: ancestors(element).find((each) => know(each).position === 'sticky') ?? null,
  };
}

/** The elements around this one, from the inside out. */
export function ancestors(element: Element): readonly Element[] {
  return know(element).chain;
}

/** True for an element that scrolls its content on this axis. */
export function scrolls(element: Element, axis: 'x' | 'y'): boolean {
  const { overflowX, overflowY } = know(element);
  return /auto|scroll/u.test(axis === 'x' ? overflowX : overflowY);
}

/** The part that two boxes share. */
export function meet(a: Box, b: Box): Box {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

/** For whoever reads of it: what it is, and how it begins. */
export function nameOf(element: Element): string {
  const id = element.getAttribute('data-testid');
  const label = element.getAttribute('aria-label') ?? element.textContent ?? '';
  const [first] = element.classList;
  const tag = element.tagName.toLowerCase();
  const short = label.trim().replace(/\s+/gu, ' ').slice(0, 24);
  return `${tag}${first ? `.${first}` : ''}${id ? `#${id}` : ''} '${short}'`;
}
