import { Button } from './button.tsx';
import { usePlayTexts } from '../model/late-texts.ts';
import { useUi } from '../model/ui-context.ts';

/** Where a second person comes to this window; what is in it then is loaded by that. */
export function SecondPlace() {
  const view = useUi().model.second.value;
  const { second } = usePlayTexts();
  if (!view?.isAllowed.value) return null;
  const parts = view.parts.value;
  if (parts) return <parts.Panel />;
  return (
    <Button kind="quiet" icon="users" onClick={() => void view.open()} testId="second-open">
      {second}
    </Button>
  );
}
