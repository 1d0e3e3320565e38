import '../styles/kits.css';
import { type Kit, kitOf } from '../../../shared/room/kit.ts';
import type { RoomState } from '../../../shared/room/room-state.ts';
import { TEAM_SUN, TEAM_WAVE } from '../../../shared/sim/team.ts';
import { cssColor } from '../../settings/contrast.ts';
import { KIT_CHOICES, placeOfKit } from '../../settings/kit-choices.ts';
import { useOptionsTexts } from '../model/late-texts.ts';
import { useMessages, useUi } from '../model/ui-context.ts';

const TEAMS = [
  { name: 'sun', team: TEAM_SUN },
  { name: 'wave', team: TEAM_WAVE },
] as const;

/** [R36] [V76] What the teams wear, for those who run the room: each its own colours, or a kit. */
export function KitPanel({ state }: { readonly state: RoomState }) {
  const { actions } = useUi();
  const { teams } = useMessages();
  const texts = useOptionsTexts().kits;
  return (
    <details class="kits" data-testid="kits">
      <summary data-testid="kits-open">{texts.title}</summary>
      {TEAMS.map(({ name, team }) => {
        const worn = kitOf(state.kits, team);
        const place = placeOfKit(KIT_CHOICES[name], worn);
        return (
          <fieldset key={name}>
            <legend>{teams[name]}</legend>
            {[null, ...KIT_CHOICES[name]].map((kit, at) => (
              <label key={at} class="kit">
                <input
                  type="radio"
                  name={`kit-${name}`}
                  data-testid={`kit-${name}-${at}`}
                  checked={kit === null ? worn === null : place === at - 1}
                  onChange={() => actions.room.setKit(team, kit)}
                />
                {kit !== null && (
                  <span class="kit-look" aria-hidden="true" style={{ background: lookOf(kit) }} />
                )}
                {kit === null ? texts.none : texts.kit(at)}
              </label>
            ))}
          </fieldset>
        );
      })}
      <p class="hint">{texts.hint}</p>
    </details>
  );
}

/** As it is drawn on a disc: stripes from left to right, turned clockwise. */
function lookOf({ angle, stripes: [left, right] }: Kit): string {
  const [a, b] = [cssColor(left!), cssColor(right!)];
  return `linear-gradient(${angle + 90}deg, ${a} 50%, ${b} 50%)`;
}
