import type { ReadonlySignal } from '@preact/signals';
import type { HomeNotes, InstallView } from '../model/notices-model.ts';
import { AwayNotice } from './away-notice.tsx';
import { InstallOffer } from './install-offer.tsx';

/** What home says of a server that is away, and of a game that can be installed. */
export function makeHomeNotes(isAway: ReadonlySignal<boolean>, install: InstallView): HomeNotes {
  return {
    Away: () => <AwayNotice isAway={isAway} />,
    Install: () => <InstallOffer install={install} />,
  };
}
