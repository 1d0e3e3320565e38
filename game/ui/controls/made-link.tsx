import { useLayoutEffect, useState } from 'preact/hooks';
import type { PlayTexts } from '../../i18n/en/late/en-play.ts';
import { copyText } from './copy-text.ts';

/** How long "copied" stands, in milliseconds. */
const COPIED_MS = 3000;

/** What became of a link that was asked for. */
export type MadeLink =
  | { readonly state: 'idle' | 'copied' | 'none' }
  | { readonly state: 'blocked'; readonly link: string };

/** A link that is made and copied when it is asked for. @param make null where there is none to be had */
export function useMadeLink(make: () => Promise<string | null>): readonly [MadeLink, () => void] {
  const [made, setMade] = useState<MadeLink>({ state: 'idle' });
  useLayoutEffect(() => {
    if (made.state !== 'copied') return undefined;
    const timer = setTimeout(() => setMade({ state: 'idle' }), COPIED_MS);
    return () => clearTimeout(timer);
  }, [made]);
  const ask = async (): Promise<void> => {
    const link = await make();
    if (link === null) setMade({ state: 'none' });
    else setMade((await copyText(link)) ? { state: 'copied' } : { state: 'blocked', link });
  };
  return [made, () => void ask()];
}

/** Says so; the link itself where the browser does not let it be copied. */
export function MadeLinkNote({
  made,
  texts,
}: {
  readonly made: MadeLink;
  readonly texts: PlayTexts['links'];
}) {
  return (
    <div class="made-link" role="status" data-testid="made-link">
      {made.state === 'copied' && texts.copied}
      {made.state === 'none' && texts.none}
      {made.state === 'blocked' && (
        <label>
          {texts.blocked}
          <input
            readOnly
            value={made.link}
            onFocus={(event) => event.currentTarget.select()}
            data-testid="made-link-text"
          />
        </label>
      )}
    </div>
  );
}
