import { checkStadiums, type StadiumReport } from './stadiums/check-stadiums.ts';

/**
 * Loads and plays every stadium below a folder: `npm run stadiums -- <folder>`. Ends with 1 when
 * there is none, or when one throws, makes a number that is not finite or has a ball that a kick
 * should move and does not; refusing is no failure, nor is what a limit changed, and both are told.
 */

function main(folder: string | undefined): number {
  if (folder === undefined) {
    console.error('usage: npm run stadiums -- <folder of stadium files>');
    return 2;
  }
  let report: StadiumReport;
  try {
    report = checkStadiums(folder);
  } catch (error) {
    console.error(`${folder} cannot be read: ${String(error)}`);
    return 2;
  }
  for (const line of report.lines) console.log(line);
  return report.ok ? 0 : 1;
}

process.exitCode = main(process.argv[2]);
