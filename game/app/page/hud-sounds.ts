import type { ReadonlySignal } from '@preact/signals';
import type { SoundName } from '../../audio/sound-bank.ts';
import type { HudView, Screen } from '../../ui/model/view-model.ts';

type HudModelView = {
  readonly screen: ReadonlySignal<Screen>;
  readonly hud: Pick<HudView, 'countdown' | 'seconds' | 'isEnding' | 'warnings'>;
};

/** A countdown that began here is one of a start or of a pause, not the moment after a goal. */
const LONG_COUNT = 2;

/**
 * What the display shows is heard as well: the end of a countdown, the last ten seconds, and a network
 * that gets bad or well again. Nothing of it where no match is on.
 */
export function hearHud({ screen, hud }: HudModelView, play: (name: SoundName) => void): void {
  const playInMatch = (name: SoundName): void => {
    if (screen.peek().screen === 'match') play(name);
  };
  let longest = 0;
  let last = 0;
  hud.countdown.subscribe((text) => {
    const now = Number(text) || 0;
    // A count that is called off ends before its last second.
    if (now === 0 && last === 1 && longest >= LONG_COUNT) playInMatch('tick_go');
    longest = now === 0 ? 0 : Math.max(longest, now);
    last = now;
  });
  let seconds = hud.seconds.peek();
  hud.seconds.subscribe((now) => {
    if (hud.isEnding.peek() && now === seconds - 1) playInMatch('last10');
    seconds = now;
  });
  let wasBad = hud.warnings.peek().length > 0;
  hud.warnings.subscribe((warnings) => {
    const isBad = warnings.length > 0;
    if (isBad !== wasBad) playInMatch(isBad ? 'net_bad' : 'net_ok');
    wasBad = isBad;
  });
}
