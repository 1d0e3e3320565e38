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
  {
    name: 'outfit',
    family: 'Outfit Variable',
    weights: { min: 700, max: 800, default: 700 },
    standIn: {
      name: 'Outfit Stand-in',
      local: ['Arial Bold', 'Liberation Sans Bold', 'Roboto Bold'],
      size: 0.942,
      ascent: 1,
      descent: 0.26,
    },
  },
  {
    name: 'atkinson-hyperlegible-next',
    family: 'Atkinson Hyperlegible Next Variable',
    weights: { min: 400, max: 700, default: 400 },
    standIn: {
      name: 'Atkinson Stand-in',
      local: ['Arial', 'Liberation Sans', 'Roboto'],
      size: 0.995,
      ascent: 0.98,
      descent: 0.32,
    },
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
for (const { standIn } of FONTS) rules.push(standInOf(standIn));
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

/**
 * A font that the machine has, as wide and as high as the one that is on its way: nothing on the page moves when that
 * comes. `size`: how wide the sentences of home are in the one, by how wide in the other; `ascent` and `descent`: of the
 * one that comes, in its own size, which is what `size` has to be taken out of.
 */
function standInOf({
  name,
  local,
  size,
  ascent,
  descent,
}: (typeof FONTS)[number]['standIn']): string {
  return `@font-face {
  font-family: '${name}';
  src: ${local.map((font) => `local('${font}')`).join(', ')};
  size-adjust: ${percent(size)};
  ascent-override: ${percent(ascent / size)};
  descent-override: ${percent(descent / size)};
  line-gap-override: 0%;
}
`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}
