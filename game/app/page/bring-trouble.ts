import type { App } from '../app.ts';
import { WAY_ERRORS } from '../../ui/model/trouble-model.ts';

/** [L185] Brings what helps on where a way into a room failed; where it does not come the notice says what it can. */
export function bringTrouble({ model, openAccess }: Pick<App, 'model' | 'openAccess'>): void {
  model.screen.subscribe((now) => {
    if (now.screen === 'home' && WAY_ERRORS.has(now.error)) void openAccess();
  });
}
