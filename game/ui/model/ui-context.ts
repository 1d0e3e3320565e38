import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Messages } from '../../i18n/en/en.ts';
import type { Texts } from '../../i18n/language.ts';
import type { SettingsStore } from '../../settings/settings-store.ts';
import type { ChatView } from './chat-model.ts';
import type { HandsView } from './hands-model.ts';
import type { NoticesView } from './notices-model.ts';
import type { UiActions, UiModel } from './view-model.ts';

export type Ui = {
  readonly model: UiModel;
  readonly actions: UiActions;
  readonly chat: ChatView;
  readonly notices: NoticesView;
  readonly hands: HandsView;
  readonly settings: SettingsStore;
  readonly texts: Texts;
};

export const UiContext = createContext<Ui | null>(null);

/** What the components share; throws outside of `<App>`. */
export function useUi(): Ui {
  const ui = useContext(UiContext);
  if (!ui) throw new Error('a component stands outside of <App>');
  return ui;
}

/** The texts in the current language; switching it redraws whoever asked. */
export function useMessages(): Messages {
  return useUi().texts.messages.value;
}
