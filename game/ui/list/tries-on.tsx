import { Icon } from '../controls/icon.tsx';
import { useRoomsTexts } from '../model/late-texts.ts';
import type { TroubleView } from '../model/trouble-model.ts';
import { useUi } from '../model/ui-context.ts';

/** [L186] Over practice: a way into the room is looked for meanwhile. */
export function TriesOn({ view }: { readonly view: TroubleView }) {
  const { model } = useUi();
  const { trouble } = useRoomsTexts();
  const state = view.state.value;
  if (!model.isPractice.value || state === 'stopped') return null;
  return (
    <span class="chip" data-testid="tries-on">
      <Icon name={state === 'gone' ? 'warning' : 'loader'} spin={state === 'trying'} />
      {state === 'gone' ? trouble.states.gone : trouble.meanwhile}
    </span>
  );
}
