import { teamLimit, teamSize } from '../../../shared/room/places.ts';
import { findMember } from '../../../shared/room/room-state.ts';
import { TEAM_NONE, TEAM_SUN, TEAM_WAVE, type Team } from '../../../shared/sim/team.ts';
import { Button } from '../controls/button.tsx';
import { useMessages, useUi } from '../model/ui-context.ts';
import type { RoomView } from '../model/view-model.ts';

/** In the midst of a match: from watching into a free place, and back to watching. */
export function TeamSwitch({ room }: { readonly room: RoomView }) {
  const { actions } = useUi();
  const { menu, teams } = useMessages();
  const me = room.self === null ? undefined : findMember(room.state, room.self);
  if (!me) return null;
  const go = (team: Team): void => {
    actions.room.moveTo(me.id, team);
    actions.openMenu(false);
  };
  if (me.team !== TEAM_NONE) {
    return (
      <Button icon="eye" onClick={() => go(TEAM_NONE)} testId="menu-watch">
        {menu.watch}
      </Button>
    );
  }
  const isFree = (team: Team): boolean => teamSize(room.state, team) < teamLimit(room.state);
  return (
    <>
      {isFree(TEAM_SUN) && (
        <Button icon="users" onClick={() => go(TEAM_SUN)} testId="menu-play-sun">
          {menu.playFor(teams.sun)}
        </Button>
      )}
      {isFree(TEAM_WAVE) && (
        <Button icon="users" onClick={() => go(TEAM_WAVE)} testId="menu-play-wave">
          {menu.playFor(teams.wave)}
        </Button>
      )}
    </>
  );
}
