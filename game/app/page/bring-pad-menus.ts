import type { MenuStep } from '../../input/menu-navigation.ts';
import type { Ui } from '../../ui/model/ui-context.ts';
import type { PageParts } from './page-parts.ts';

/** Carries out steps of a gamepad in the menus. What does that comes with the first of them. */
export function bringPadMenus(parts: PageParts, ui: () => Ui): (step: MenuStep) => void {
  const { loader, desk } = parts;
  const bring = () => desk.need('gamepad', loader.load('pad-menus'), () => void bring());
  return (step) => void bring().then((menus) => menus?.takeMenuStep(ui(), step));
}
