import type { BotLevelName } from '../../../shared/room/bots.ts';
import { teamLimit, teamSize } from '../../../shared/room/places.ts';
import type { RoomState } from '../../../shared/room/room-state.ts';
import { TEAM_SUN, TEAM_WAVE, type Team } from '../../../shared/sim/team.ts';
import { Button } from '../controls/button.tsx';
import { usePlayTexts } from '../model/late-texts.ts';
import { useMessages, useUi } from '../model/ui-context.ts';

type Props = { readonly state: RoomState };

/** For the host: each free place of a team that a fill with bots would take, and a bot for it. */
export function FreePlaces({ state, team }: Props & { readonly team: Team }) {
  const { room } = useMessages();
  const count = Math.max(0, sizeWhenFilled(state) - teamSize(state, team));
  return Array.from({ length: count }, (_, place) => (
    <li key={place} class="member member-empty" data-testid="free-place">
      <span>{room.freePlace}</span>
      <AddBot state={state} team={team} />
    </li>
  ));
}

function AddBot({ state, team }: Props & { readonly team: Team }) {
  const { actions } = useUi();
  const { teams } = useMessages();
  const { bots: texts } = usePlayTexts();
  const isSun = team === TEAM_SUN;
  return (
    <Button
      kind="quiet"
      icon="bot"
      label={texts.addTo(isSun ? teams.sun : teams.wave)}
      onClick={() => actions.room.addBot(team, usualLevel(state))}
      testId={isSun ? 'add-bot-sun' : 'add-bot-wave'}
    >
      {texts.add}
    </Button>
  );
}

/** [V68] Beside the buttons for bots: on some maps they are of no use. */
export function BotsNote() {
  const { bots: texts } = usePlayTexts();
  const card = useUi().model.maps.value?.chosen.value;
  if (card?.isForBots !== false) return null;
  return (
    <p class="hint" role="status" data-testid="bots-note">
      {texts.nothing}
    </p>
  );
}

/** For the host: both teams get as many as the larger one has, two at least, and one more when both have. */
export function FillWithBots({ state }: Props) {
  const { actions } = useUi();
  const { bots: texts } = usePlayTexts();
  const missing = missingIn(state);
  if (missing.length === 0) return null;
  const level = usualLevel(state);
  return (
    <Button
      kind="quiet"
      icon="bot"
      onClick={() => missing.forEach((team) => actions.room.addBot(team, level))}
      testId="fill-with-bots"
    >
      {texts.fill}
    </Button>
  );
}

/** A team for each bot that is missing. */
function missingIn(state: RoomState): readonly Team[] {
  const size = sizeWhenFilled(state);
  const teams: readonly Team[] = [TEAM_SUN, TEAM_WAVE];
  return teams.flatMap((team) =>
    Array.from({ length: Math.max(0, size - teamSize(state, team)) }, () => team),
  );
}

/** Players that each team has once the room is filled with bots. */
function sizeWhenFilled(state: RoomState): number {
  const sizes = [teamSize(state, TEAM_SUN), teamSize(state, TEAM_WAVE)] as const;
  const more = sizes[0] === sizes[1] ? 1 : 0;
  return Math.min(Math.max(2, ...sizes.map((size) => size + more)), teamLimit(state));
}

/** As the bot that came last; the host most likely wants another one of these. */
function usualLevel({ members }: RoomState): BotLevelName {
  const bot = members.findLast(({ type }) => type === 'bot');
  return bot?.type === 'bot' ? bot.level : 'regular';
}
