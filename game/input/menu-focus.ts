import type { MenuStep } from './menu-navigation.ts';
import { pickInDirection } from './pick-in-direction.ts';

const FOCUSABLE =
  'button:not([disabled]),a[href],input:not([disabled]),select:not([disabled]),textarea,summary';
/** What a browser itself gives the focus to without the Tab key has no place on a way. */
const OFF_THE_WAY = '[tabindex="-1"]';

/**
 * Carries out a step of a gamepad in the menus: the same focus that the Tab key moves.
 *
 * @param operate does what Enter would do on the element with the focus
 */
export function takeMenuStep(
  document: Document,
  step: MenuStep,
  operate: (control: HTMLElement) => void,
): void {
  const area = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body;
  const active = document.activeElement;
  if (step === 'back' || step === 'menu') {
    pressEscape(active ?? document.body);
  } else if (step === 'activate') {
    if (active instanceof HTMLElement && active !== document.body) operate(active);
  } else {
    moveFocus(area, active, step);
  }
}

function moveFocus(area: Element, active: Element | null, step: MenuStep): void {
  if (active instanceof HTMLInputElement && active.type === 'range' && isSideways(step)) {
    const before = active.value;
    if (step === 'left') active.stepDown();
    else active.stepUp();
    if (active.value !== before) active.dispatchEvent(new Event('input', { bubbles: true }));
    return;
  }
  const items = [...area.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (item) => item !== active && !item.matches(OFF_THE_WAY) && isShown(item),
  );
  if (!active || !area.contains(active) || active === document.body) {
    items[0]?.focus();
    return;
  }
  const [here, ...places] = placesOf(area, [active, ...items]);
  items[pickInDirection(here!, places, step)]?.focus();
}

/** Where controls are when nothing sticks to an edge: what is stuck lies over others, and hides the way to them. */
function placesOf(area: Element, controls: readonly Element[]): readonly DOMRect[] {
  const stuck = [...area.querySelectorAll<HTMLElement>('*')].filter(
    (element) => getComputedStyle(element).position === 'sticky',
  );
  for (const { style } of stuck) style.position = 'static';
  const places = controls.map((control) => control.getBoundingClientRect());
  for (const { style } of stuck) style.position = '';
  return places;
}

function isSideways(step: MenuStep): boolean {
  return step === 'left' || step === 'right';
}

function pressEscape(target: Element): void {
  const init = { key: 'Escape', code: 'Escape', bubbles: true, cancelable: true };
  target.dispatchEvent(new KeyboardEvent('keydown', init));
}

/** What is in a closed fold has a place, but takes no focus. Older browsers give it none. */
function isShown(item: HTMLElement): boolean {
  return item.getClientRects().length > 0 && item.checkVisibility?.() !== false;
}
