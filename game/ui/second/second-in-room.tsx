import { teamLimit, teamSize } from '../../../shared/room/places.ts';
import { findMember } from '../../../shared/room/room-state.ts';
import { TEAM_NONE, TEAM_SUN, TEAM_WAVE, type Team } from '../../../shared/sim/team.ts';
import { Button } from '../controls/button.tsx';
import { useOptionsTexts } from '../model/late-texts.ts';
import type { SecondPersonView } from '../model/second-person-model.ts';
import { useMessages, useUi, UiContext } from '../model/ui-context.ts';
import type { RoomView } from '../model/view-model.ts';
import { VoteChips } from '../votes/vote-chips.tsx';

type Props = { readonly room: RoomView; readonly actions: SecondPersonView['actions'] };

/** What the second person does in the room: its team, whether it is ready, and its voice where something is voted on. */
export function SecondInRoom({ room, actions }: Props) {
  const ui = useUi();
  const messages = useMessages();
  const { second: texts } = useOptionsTexts();
  const { state, self } = room;
  const me = self === null ? undefined : findMember(state, self);
  if (!me) return null;
  const isMatch = ui.model.screen.value.screen === 'match';
  const teams: readonly { readonly team: Team; readonly name: string }[] = [
    { team: TEAM_SUN, name: messages.teams.sun },
    { team: TEAM_NONE, name: texts.watch },
    { team: TEAM_WAVE, name: messages.teams.wave },
  ];
  const own = { ...ui, actions: { ...ui.actions, room: { ...ui.actions.room, ...actions } } };
  return (
    <>
      <div class="row">
        <div class="segments" role="group" aria-label={texts.team}>
          {teams.map(({ team, name }) => (
            <button
              key={team}
              type="button"
              aria-pressed={me.team === team}
              disabled={
                team !== me.team && team !== TEAM_NONE && teamSize(state, team) >= teamLimit(state)
              }
              onClick={() => actions.moveTo(me.id, team)}
              data-testid={`second-team-${team}`}
            >
              {name}
            </button>
          ))}
        </div>
        {!isMatch && me.team !== TEAM_NONE && (
          <Button
            icon={me.ready ? 'check' : 'users'}
            pressed={me.ready}
            onClick={() => actions.setReady(!me.ready)}
            testId="second-ready"
          >
            {me.ready ? messages.room.imReadyOn : messages.room.imReady}
          </Button>
        )}
      </div>
      {state.votes.length > 0 && (
        <UiContext.Provider value={own}>
          <div class="votes">
            <VoteChips room={room} />
          </div>
        </UiContext.Provider>
      )}
    </>
  );
}
