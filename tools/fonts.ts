import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { charactersOf, FONT_RANGES, type FontRange } from './fonts/font-ranges.ts';
import { PROJECT_ROOT } from './project/source-files.ts';

/**
 * Makes the fonts of the game from those that the packages bring: `npm run fonts`, after a package
 * brings a newer one or a range changes. What it makes is kept, so that a build needs none of this.
 */
const FONTS = [
  { name: 'outfit', family: 'Outfit Variable', weights: { min: 700, max: 800, default: 700 } },
  {
    name: 'atkinson-hyperlegible-next',
    family: 'Atkinson Hyperlegible Next Variable',
    weights: { min: 400, max: 700, default: 400 },
  },
] as const;

/** Kerning, digits of one width, and what puts marks where they belong. */
const FEATURES = ['kern', 'tnum', 'mark', 'mkmk', 'ccmp', 'locl'];

const folder = join(PROJECT_ROOT, 'game/ui/fonts');
const rules: string[] = [];
for (const font of FONTS) {
  const source = join(PROJECT_ROOT, 'node_modules/@fontsource-variable', font.name);
  copyFileSync(join(source, 'LICENSE'), join(folder, `${font.name}-license.txt`));
  for (const range of FONT_RANGES) {
    const file = `${font.name}-${range.name}.woff2`;
    const from = join(source, 'files', `${font.name}-${range.from}-wght-normal.woff2`);
    const made = await subsetFont(readFileSync(from), charactersOf(range), {
      targetFormat: 'woff2',
      keepFeatures: FEATURES,
      variationAxes: { wght: font.weights },
      noHinting: true,
    });
    writeFileSync(join(folder, file), made);
    console.log(`${file} ${made.length} B`);
    rules.push(ruleOf(font, range, file));
  }
}
writeFileSync(join(folder, 'fonts.css'), `/* Made by npm run fonts. */\n\n${rules.join('\n')}`);

function ruleOf(
  { family, weights }: (typeof FONTS)[number],
  { ranges }: FontRange,
  file: string,
): string {
  return `@font-face {
  font-family: '${family}';
  font-style: normal;
  font-display: swap;
  font-weight: ${weights.min} ${weights.max};
  src: url('./${file}') format('woff2');
  unicode-range: ${ranges.join(', ')};
}
`;
}
