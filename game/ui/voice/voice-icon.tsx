import mic from 'lucide-static/icons/mic.svg?raw';
import micOff from 'lucide-static/icons/mic-off.svg?raw';

const ICONS = { mic, micOff } as const;

/** What only voices have a picture of. Said in words beside it, or by its label. */
export function VoiceIcon({ name, label }: { name: keyof typeof ICONS; label?: string }) {
  return (
    <span
      class="icon"
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
      title={label}
      // Markup of a package that is bundled, never of a stranger.
      dangerouslySetInnerHTML={{ __html: ICONS[name] }}
    />
  );
}
