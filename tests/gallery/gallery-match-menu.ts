import type { PeerId } from '../../shared/base/peer-id.ts';
import { isPerson } from '../../shared/room/room-state.ts';
import { toMemberId } from '../../shared/room/command.ts';
import { TEAM_NONE, TEAM_WAVE, type Team } from '../../shared/sim/team.ts';
import { inMatch } from './gallery-match.ts';
import { LONG_NAMES, roomOf, roomThatVotes } from './gallery-people.ts';
import type { GalleryScreen } from './gallery-room.ts';

/** The menu of a match, and what opens from it. */
export const MATCH_MENU: readonly GalleryScreen[] = [
  {
    name: 'match: menu',
    set: (gallery) => {
      inMatch(gallery);
      gallery.model.menuOpen.value = true;
    },
  },
  {
    name: 'match: who is to go',
    set: (gallery) => {
      inMatch(gallery);
      gallery.model.room.value = roomThatVotes(3);
      gallery.model.menuOpen.value = true;
    },
    press: ['send-away'],
  },
  {
    name: 'match: who is reported',
    set: (gallery) => {
      inMatch(gallery);
      gallery.model.room.value = roomOf(10, 3);
      gallery.model.menuOpen.value = true;
    },
    press: ['report'],
  },
  {
    name: 'match: who is muted',
    set: (gallery) => {
      inMatch(gallery);
      gallery.chat.mute('peer-1' as PeerId, true);
      gallery.model.menuOpen.value = true;
    },
    press: ['mute-people'],
  },
  {
    name: 'match: menu of somebody who watches',
    set: (gallery) => {
      inMatch(gallery);
      gallery.model.room.value = { ...roomOf(7), ...watching() };
      gallery.model.menuOpen.value = true;
    },
  },
];

/** Matches that others play. */
export const MATCH_WATCHED: readonly GalleryScreen[] = [
  {
    name: 'match: watching a player',
    set: (gallery) => {
      inMatch(gallery);
      gallery.model.hud.watching.value = gallery.spectate.isOn.value = true;
      gallery.spectate.aim.value = { id: toMemberId(0), name: LONG_NAMES[0]!, team: TEAM_WAVE };
    },
  },
  {
    name: 'match: watching freely',
    set: (gallery) => {
      inMatch(gallery);
      gallery.model.hud.watching.value = gallery.spectate.isOn.value = true;
      gallery.spectate.aim.value = 'free';
    },
  },
];

function watching(): Pick<ReturnType<typeof roomOf>, 'self' | 'state'> {
  const { state, self } = roomOf(5);
  const [first, ...others] = state.members;
  const team: Team = TEAM_NONE;
  const members = first && isPerson(first) ? [{ ...first, team, seat: null }, ...others] : others;
  return { self, state: { ...state, members } };
}
