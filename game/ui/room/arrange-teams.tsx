import type { Arrangement } from '../../../shared/room/command.ts';
import { peopleOf, teamSize } from '../../../shared/room/places.ts';
import type { RoomState } from '../../../shared/room/room-state.ts';
import { TEAM_SUN, TEAM_WAVE } from '../../../shared/sim/team.ts';
import { Button } from '../controls/button.tsx';
import { useUi } from '../model/ui-context.ts';
import { usePlayTexts } from '../model/late-texts.ts';

/** [R29] For the host: what changes both teams at once. */
export function ArrangeTeams({ state }: { readonly state: RoomState }) {
  const { actions } = useUi();
  const { votes: texts } = usePlayTexts();
  const isEven = [teamSize, peopleOf].every(
    (size) => Math.abs(size(state, TEAM_SUN) - size(state, TEAM_WAVE)) < 2,
  );
  const isPair = teamSize(state, TEAM_SUN) + teamSize(state, TEAM_WAVE) > 1;
  const arrange = (how: Arrangement) => () => actions.room.arrange(how);
  return (
    <div class="row arrange" role="group" aria-label={texts.arrange}>
      <Button
        kind="quiet"
        icon="dice"
        disabled={!isPair}
        onClick={arrange('shuffle')}
        testId="shuffle"
      >
        {texts.shuffle}
      </Button>
      <Button
        kind="quiet"
        icon="users"
        disabled={isEven}
        onClick={arrange('balance')}
        testId="balance"
      >
        {texts.balance}
      </Button>
      <Button kind="quiet" icon="rematch" onClick={arrange('swap')} testId="swap-sides">
        {texts.swap}
      </Button>
    </div>
  );
}
