import back from 'lucide-static/icons/step-back.svg?raw';
import before from 'lucide-static/icons/skip-back.svg?raw';
import after from 'lucide-static/icons/skip-forward.svg?raw';
import hide from 'lucide-static/icons/eye-off.svg?raw';
import on from 'lucide-static/icons/step-forward.svg?raw';
import pause from 'lucide-static/icons/pause.svg?raw';
import star from 'lucide-static/icons/star.svg?raw';
import stop from 'lucide-static/icons/square.svg?raw';
import video from 'lucide-static/icons/clapperboard.svg?raw';

const ICONS = { after, back, before, hide, on, pause, star, stop, video } as const;
export type ReplayIconName = keyof typeof ICONS;

/** What only replays have a picture of: said in words by the label of its button. */
export function ReplayIcon({ name }: { readonly name: ReplayIconName }) {
  return (
    <span
      class="icon"
      aria-hidden="true"
      // Markup of a package that is bundled, never of a stranger.
      dangerouslySetInnerHTML={{ __html: ICONS[name] }}
    />
  );
}
