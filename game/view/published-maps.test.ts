import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parseStadium } from '../../shared/stadium/format/parse-stadium.ts';
import { PALETTES } from '../settings/theme.ts';
import { discLooks } from './disc-look.ts';
import { isOfGround } from './ground.ts';
import { pitchBounds } from './pitch-bounds.ts';
import { LINE_WIDTH } from './pitch-style.ts';

const FOLDERS = ['stadiums', 'cases/stadiums'].map((name) =>
  fileURLToPath(new URL(`../../../shared/${name}`, import.meta.url)),
);
const TEAM = 4;

const folders = FOLDERS.filter((folder) => existsSync(folder));
if (folders.length < FOLDERS.length) {
  console.log(`PUBLISHED MAPS NOT LOOKED AT: of ${FOLDERS.join(', ')} not all are here`);
}
const files = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.hbs'))
    .map((name) => `${folder}/${name}`),
);

test.skipIf(files.length === 0)(
  '[V20] [V24] on every published map players begin in the picture, and what is hidden stays so',
  () => {
    for (const file of files) {
      const parsed = parseStadium(readFileSync(file, 'utf8'));
      if (!parsed.ok) throw new Error(`${file}: ${parsed.error[0]?.message}`);
      const stadium = parsed.value;
      const { right, bottom } = pitchBounds(stadium);
      const { radius } = stadium.playerPhysics;
      for (const points of [stadium.redSpawnPoints, stadium.blueSpawnPoints]) {
        for (const { x, y } of points.slice(0, TEAM)) {
          expect(Math.abs(x) + radius, file).toBeLessThanOrEqual(right);
          expect(Math.abs(y) + radius, file).toBeLessThanOrEqual(bottom);
        }
      }
      for (const mapColours of [true, false]) {
        const style = { palette: PALETTES['sun-wave'], mapColours, lineWidth: LINE_WIDTH };
        for (const [index, look] of discLooks(stadium, style).entries()) {
          const { color } = stadium.discs[index]!;
          const isHidden = color === null || isOfGround(color, stadium);
          if (index > 0 && isHidden) expect(look?.hasRing ?? false, file).toBe(false);
        }
      }
    }
  },
);
