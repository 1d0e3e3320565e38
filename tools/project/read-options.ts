import { type ParseArgsConfig, parseArgs } from 'node:util';

type Known = NonNullable<ParseArgsConfig['options']>;

/** What a command was called with. A person that mistypes an option reads which there are: status 2. */
export function readOptions<const Options extends Known>(options: Options) {
  try {
    return parseArgs({ options }).values;
  } catch (problem) {
    if (!(problem instanceof TypeError)) throw problem;
    const known = Object.keys(options).map((name) => `--${name}`);
    console.error(`${problem.message}\noptions: ${known.join(', ')}`);
    process.exit(2);
  }
}
