import type { RoomState } from '../../../shared/room/room-state.ts';
import { useMessages } from '../model/ui-context.ts';
import { usePlayTexts } from '../model/late-texts.ts';

/** [R30] How the teams stand over all matches of this room; nothing before one was won. */
export function WinsLine({ state: { wins } }: { readonly state: RoomState }) {
  const { match } = useMessages();
  const { votes: texts } = usePlayTexts();
  if (wins.sun + wins.wave === 0) return null;
  return (
    <p class="hint" data-testid="wins">
      {texts.won(match.score(wins.sun, wins.wave))}
    </p>
  );
}
