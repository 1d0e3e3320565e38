import gamepad from 'lucide-static/icons/gamepad-2.svg?raw';
import keyboard from 'lucide-static/icons/keyboard.svg?raw';
import lock from 'lucide-static/icons/lock.svg?raw';
import knock from 'lucide-static/icons/door-open.svg?raw';
import touch from 'lucide-static/icons/smartphone.svg?raw';

const ICONS = { gamepad, keyboard, knock, lock, touch } as const;

/** What only the list has a picture of. Said in words beside it, or by its label. */
export function ListIcon({ name, label }: { name: keyof typeof ICONS; label?: string }) {
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
