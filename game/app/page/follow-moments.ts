import type { ReadonlySignal } from '@preact/signals';
import type { Screen } from '../../ui/model/view-model.ts';
import { MOMENT_MARK } from '../replay/moment-mark.ts';
import type { ReplayDoor } from '../replay-door.ts';
import type { PageAddress } from './page-address.ts';

/** As much of a window as is told of its address. */
export type HashWindow = {
  readonly location: Pick<Location, 'hash'>;
  addEventListener(type: 'hashchange', listener: () => void): void;
};

/**
 * [V17] Shows the moment that the page's address holds, now and whenever another one is put there.
 * It stays in the address for as long as it is watched, so that a reload shows it again.
 */
export function followMoments(
  page: HashWindow,
  model: { readonly screen: ReadonlySignal<Screen> },
  replays: Pick<ReplayDoor, 'openMoment'>,
  address: Pick<PageAddress, 'showPath'>,
): void {
  const open = (): void => {
    const { hash } = page.location;
    if (hash.startsWith(MOMENT_MARK)) replays.openMoment(hash);
  };
  open();
  page.addEventListener('hashchange', open);
  let wasWatched = false;
  model.screen.subscribe(({ screen }) => {
    const isWatched = screen === 'replay';
    const isLeft = wasWatched && !isWatched && page.location.hash.startsWith(MOMENT_MARK);
    if (isLeft) address.showPath('/');
    wasWatched = isWatched;
  });
}
