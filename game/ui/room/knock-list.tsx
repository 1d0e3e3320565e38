import '../styles/public-rooms.css';
import { Button } from '../controls/button.tsx';
import { Sentence } from '../controls/literal.tsx';
import type { AccessView } from '../model/public-rooms-model.ts';
import { useRoomsTexts } from '../model/late-texts.ts';
import { useShownName } from '../model/use-shown-name.ts';

/** To the host, over any screen: who waits to be let in. */
export function KnockList({ view }: { readonly view: AccessView }) {
  const { knock: texts } = useRoomsTexts();
  const nameOf = useShownName();
  return (
    <ul class="knocks" aria-live="polite">
      {view.knocks.value.map(({ knock, name }) => (
        <li key={knock} class="card knock" data-testid="knock">
          <Sentence say={texts.title} literal={nameOf(name)} />
          <div class="row">
            <Button onClick={() => view.admit(knock, false)} testId="knock-refuse">
              {texts.refuse}
            </Button>
            <Button kind="primary" onClick={() => view.admit(knock, true)} testId="knock-admit">
              {texts.letIn}
            </Button>
          </div>
        </li>
      ))}
    </ul>
  );
}
