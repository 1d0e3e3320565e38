import { graphemesOf } from '../base/clean-text.ts';
import { checkName } from './check-name.ts';

/** [L8] The name itself, or with the first free of `#2`, `#3` …, cut so far that it stays a name. */
export function distinctName(name: string, taken: readonly string[]): string {
  if (!taken.includes(name)) return name;
  for (let number = 2; ; number++) {
    const numbered = withSuffix(name, `#${number}`);
    if (!taken.includes(numbered)) return numbered;
  }
}

function withSuffix(name: string, suffix: string): string {
  const kept = [...graphemesOf(name)];
  for (;;) {
    const checked = checkName(`${kept.join('').trimEnd()}${suffix}`);
    // The suffix alone is a name, so this ends.
    if (checked.ok) return checked.value;
    kept.pop();
  }
}
