import { Button } from '../controls/button.tsx';
import { Icon } from '../controls/icon.tsx';
import { useOptionsTexts } from '../model/late-texts.ts';
import type { InstallView } from '../model/notices-model.ts';

/** A way to an icon of its own for the game, for as long as it is wanted. */
export function InstallOffer({ install }: { readonly install: InstallView }) {
  const { isOffered, isByHand, accept, refuse } = install;
  const { offline } = useOptionsTexts();
  if (!isOffered.value) return null;
  return (
    <div class="row" data-testid="install-offer">
      {isByHand ? (
        <p class="hint" data-testid="install-by-hand">
          {offline.byHand}
        </p>
      ) : (
        <Button kind="quiet" icon="download" onClick={accept} testId="install">
          {offline.install}
        </Button>
      )}
      <button
        type="button"
        class="icon-button"
        aria-label={offline.noInstall}
        title={offline.noInstall}
        onClick={refuse}
        data-testid="no-install"
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
