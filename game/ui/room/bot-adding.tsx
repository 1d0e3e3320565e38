import type { BotLevelName } from '../../../shared/room/bots.ts';
import { teamLimit, teamSize } from '../../../shared/room/places.ts';
import type { RoomState } from '../../../shared/room/room-state.ts';
import { TEAM_SUN, TEAM_WAVE, type Team } from '../../../shared/sim/team.ts';
import { Button } from '../controls/button.tsx';
import { usePlayTexts } from '../model/late-texts.ts';
import { useMessages, useUi } from '../model/ui-context.ts';

type Props = { readonly state: RoomState };

/** For the host: one bot more in a team that has place. */
export function AddBot({ state, team }: Props & { readonly team: Team }) {
  const { actions } = useUi();
  const { teams } = useMessages();
  const { bots: texts } = usePlayTexts();
  if (teamSize(state, team) >= teamLimit(state)) return null;
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
  const sizes = [teamSize(state, TEAM_SUN), teamSize(state, TEAM_WAVE)] as const;
  const isEven = sizes[0] === sizes[1];
  const wanted = Math.min(
    Math.max(2, ...sizes.map((size) => size + (isEven ? 1 : 0))),
    teamLimit(state),
  );
  const teams: readonly Team[] = [TEAM_SUN, TEAM_WAVE];
  return teams.flatMap((team, index) =>
    Array.from({ length: Math.max(0, wanted - sizes[index]!) }, () => team),
  );
}

/** As the bot that came last; the host most likely wants another one of these. */
function usualLevel({ members }: RoomState): BotLevelName {
  const bot = members.findLast(({ type }) => type === 'bot');
  return bot?.type === 'bot' ? bot.level : 'regular';
}
