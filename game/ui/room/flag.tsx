import flag from 'lucide-static/icons/flag.svg?raw';

/** A flag, filled where the person was reported. Said in words beside it. */
export function Flag({ isReported }: { readonly isReported: boolean }) {
  return (
    <span
      class={isReported ? 'icon is-reported' : 'icon'}
      aria-hidden="true"
      // Markup of a package that is bundled, never of a stranger.
      dangerouslySetInnerHTML={{ __html: flag }}
    />
  );
}
