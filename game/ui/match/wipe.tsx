import { useRef } from 'preact/hooks';
import { useUi } from '../model/ui-context.ts';
import { WipeWatch } from './wipe-watch.ts';

/** [V59] From a goal back to the kick-off. */
export function Wipe() {
  const { goal, goalNews, replaying, kickOff, paused } = useUi().model.hud;
  const watch = useRef<WipeWatch | null>(null);
  watch.current ??= new WipeWatch();
  const look = watch.current.follow({
    goal: goal.value,
    news: goalNews.value,
    isReplaying: replaying.value,
    kickOff: kickOff.value,
    isPaused: paused.value,
  });
  if (look === null) return null;
  const { way } = look;
  return <div key={`${look.goal} ${way}`} class="wipe" data-way={way} aria-hidden="true" />;
}
