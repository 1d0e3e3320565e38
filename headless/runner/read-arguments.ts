import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fail, ok, type Result } from '../../shared/base/result.ts';

export type RoomArguments = {
  /** Absolute paths. */
  readonly scripts: readonly string[];
  readonly lobbyUrl: string;
  readonly dataFolder: string;
  readonly name: string | null;
  readonly isWatched: boolean;
  /** A process that ends without being told to is begun again. */
  readonly isRestarted: boolean;
};

export const USAGE = [
  'npm run room -- script.js [more.js …]',
  '  --lobby URL    the lobby that the rooms are in (http://localhost:3000)',
  '  --data FOLDER  where scripts keep what lasts (.data/rooms)',
  '  --name NAME    what the script is called in its rooms',
  '  --watch        loads a script anew when its file changes',
  '  --restart      begins again when the process is killed',
].join('\n');

const DEFAULT_LOBBY = 'http://localhost:3000';
const DEFAULT_DATA = '.data/rooms';

/** Reads the command line; what is wrong with it is said in a sentence. */
export function readArguments(words: readonly string[]): Result<RoomArguments, string> {
  const read = parse(words);
  if (typeof read === 'string') return fail(read);
  const { values, positionals } = read;
  const lobbyUrl = values.lobby ?? DEFAULT_LOBBY;
  if (!URL.canParse(lobbyUrl)) return fail(`--lobby ${lobbyUrl} is no address`);
  if (positionals.length === 0) return fail('name a script');
  const scripts = positionals.map((file) => resolve(file));
  const names = scripts.map((file) => basename(file));
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) return fail(`two scripts are called ${twice}: what they keep would mix`);
  return ok({
    scripts,
    lobbyUrl,
    dataFolder: resolve(values.data ?? DEFAULT_DATA),
    name: values.name ?? null,
    isWatched: values.watch ?? false,
    isRestarted: values.restart ?? false,
  });
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        lobby: { type: 'string' },
        data: { type: 'string' },
        name: { type: 'string' },
        watch: { type: 'boolean' },
        restart: { type: 'boolean' },
      },
    });
  } catch (problem) {
    return problem instanceof Error ? problem.message : String(problem);
  }
}
