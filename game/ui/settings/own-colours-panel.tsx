import { useState } from 'preact/hooks';
import {
  checkColours,
  type ColourProblem,
  type Hsl,
  hexOf,
  hslOf,
  type OwnColours,
  ownPalette,
} from '../../settings/own-colours.ts';
import { paletteOf } from '../../settings/theme.ts';
import { useOptionsTexts } from '../model/late-texts.ts';
import { useMessages, useUi } from '../model/ui-context.ts';

const TEAMS = ['sun', 'wave'] as const;
const SLIDERS = { hue: 359, strength: 100, lightness: 100 } as const;

type Draft = { readonly sun: Hsl; readonly wave: Hsl };

/** The colours of the teams by three sliders each. They hold as soon as everybody can tell them apart, and no sooner. */
export function OwnColoursPanel() {
  const { settings, texts: spoken } = useUi();
  const { teams } = useMessages();
  const texts = useOptionsTexts().colours;
  const now = settings.value;
  const [draft, setDraft] = useState<Draft>(() => draftOf(now.ownColours ?? paletteOf(now)));
  const colours = { sun: hexOf(draft.sun), wave: hexOf(draft.wave) };
  const problems = checkColours(colours);
  const take = (next: Draft): void => {
    setDraft(next);
    const wanted = { sun: hexOf(next.sun), wave: hexOf(next.wave) };
    if (checkColours(wanted).length === 0)
      settings.update({ palette: 'own', ownColours: ownPalette(wanted) });
  };
  const isInUse = now.palette === 'own' && problems.length === 0;
  return (
    <details class="own-colours" data-testid="own-colours">
      <summary data-testid="own-colours-open">
        {texts.title}
        <span
          class="swatch"
          aria-hidden="true"
          style={{ '--sun': colours.sun, '--wave': colours.wave }}
        >
          <span class="team-mark team-sun" />
          <span class="team-mark team-wave" />
        </span>
      </summary>
      {TEAMS.map((team) => (
        <fieldset key={team} class="own-colour">
          <legend>{teams[team]}</legend>
          {(['hue', 'strength', 'lightness'] as const).map((part) => (
            <label key={part} class="setting">
              {texts[part]}
              <span class="setting-range">
                <input
                  type="range"
                  min={0}
                  max={SLIDERS[part]}
                  value={draft[team][part]}
                  data-testid={`own-${team}-${part}`}
                  onInput={({ currentTarget }) =>
                    take({
                      ...draft,
                      [team]: { ...draft[team], [part]: currentTarget.valueAsNumber },
                    })
                  }
                />
                <output translate={false}>
                  {draft[team][part]}
                  {part === 'hue' ? '°' : ' %'}
                </output>
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      <div role="status" class="own-colours-said" data-testid="own-colours-said">
        {problems.length === 0 && <p>{isInUse ? texts.inUse : texts.fits}</p>}
        {problems.length > 0 && <p class="field-problem">{texts.refused}</p>}
        {problems.map((problem) => (
          <p key={JSON.stringify(problem)}>{sentenceOf(problem)}</p>
        ))}
      </div>
      {problems.length === 0 && !isInUse && (
        <button
          type="button"
          class="button button-plain"
          onClick={() => take(draft)}
          data-testid="own-colours-use"
        >
          {texts.use}
        </button>
      )}
    </details>
  );

  function sentenceOf(problem: ColourProblem): string {
    if (problem.kind !== 'apart') return texts[problem.kind](teams[problem.team]);
    const eyes = new Intl.ListFormat(spoken.language.value, { type: 'conjunction' });
    return texts.apart(eyes.format(problem.sights.map((sight) => texts.sights[sight])));
  }
}

function draftOf({ sun, wave }: OwnColours): Draft {
  return { sun: hslOf(sun), wave: hslOf(wave) };
}
