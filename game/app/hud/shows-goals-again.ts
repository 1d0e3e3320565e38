import type { Settings } from '../../settings/settings.ts';
import type { UiModel } from '../../ui/model/view-model.ts';

/**
 * [V30] Whether this page shows a goal again now: in a match, among friends or where the person wants it
 * always; with reduced motion only where it is wanted always.
 */
export function showsGoalsAgain(
  { screen, quick, menuOpen }: Pick<UiModel, 'screen' | 'quick' | 'menuOpen'>,
  { goalReplay }: Pick<Settings, 'goalReplay'>,
  isCalm: boolean,
): boolean {
  if (screen.value.screen !== 'match' || menuOpen.value || goalReplay === 'never') return false;
  return goalReplay === 'always' || (quick.value === null && !isCalm);
}
