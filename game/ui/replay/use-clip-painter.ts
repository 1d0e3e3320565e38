import { TEAM_SUN } from '../../../shared/sim/team.ts';
import { TICK_RATE } from '../../../shared/sim/tick.ts';
import { paletteOf } from '../../settings/theme.ts';
import { usePlayTexts } from '../model/late-texts.ts';
import type { PaintOver } from '../model/replays-model.ts';
import { useMessages, useUi } from '../model/ui-context.ts';
import { clockOf } from './clock.ts';
import { type ClipGoal, paintClip } from './paint-clip.ts';

/** [V71] Paints over each picture of a video what the page says at that moment, in its language and colours. */
export function useClipPainter(): PaintOver {
  const { model, settings } = useUi();
  const { goal: words } = useMessages();
  const { goal: texts } = usePlayTexts();
  const { hud } = model;
  const goalNow = (): ClipGoal | null => {
    const goal = hud.goal.value;
    // Not that of another goal, from which one came by a jump.
    if (!goal || goal.sun !== hud.sun.value || goal.wave !== hud.wave.value) return null;
    const news = hud.goalNews.value;
    const score = goal.team === TEAM_SUN ? goal.sun : goal.wave;
    const who = [
      goal.scorer,
      goal.assist && words.assist(goal.assist),
      news && texts.speed(news.kmh),
    ];
    return {
      team: goal.team,
      isOwn: goal.ownGoal,
      word: goal.ownGoal ? words.ownGoal : words.goal,
      who: who.filter(Boolean).join(' · '),
      score: `${score - 1} → ${score}`,
    };
  };
  return (paint, size) =>
    paintClip(paint, size, {
      sun: hud.sun.value,
      wave: hud.wave.value,
      clock: clockOf(hud.seconds.value * TICK_RATE),
      palette: paletteOf(settings.value),
      goal: goalNow(),
    });
}
