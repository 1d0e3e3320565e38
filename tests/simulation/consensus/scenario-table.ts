import { FAIR } from './consensus-room.ts';
import {
  type Outcome,
  anything,
  badMinute,
  crashOfHost,
  handover,
  hostAndHeirApart,
  hostOutTwice,
  randomOutages,
  smallerSideHasHost,
  twoComeBack,
} from './scenarios.ts';

/** One line of what `npm run soak:consensus` prints. */
export type ScenarioLine = {
  /** What `--scenario` takes. */
  readonly name: string;
  readonly title: string;
  readonly run: (seed: number) => Outcome;
  /** The most that a measured time may be. */
  readonly maxMs?: number;
  /** Every term that is begun is a false alarm. */
  readonly isCalm?: boolean;
  /** Pages end without a word, so an unclean election may be all that is left. */
  readonly mayBeUnclean?: boolean;
};

const LOBBY = [true, false] as const;
const FAR = { ...FAIR, delayMs: 100, jitterMs: 15, loss: 0.05 };
const HIDDEN_FROM_MS = -100;
const HIDDEN_TO_MS = 400;
const HIDDEN_STEP_MS = 50;

/** Everything that is played and measured. */
export function listScenarios(): ScenarioLine[] {
  return [...hostAndHeir(), ...outages(), ...cuts(), ...takeovers(), ...calm(), chaos()];
}

function withLobby(hasLobby: boolean): string {
  return hasLobby ? 'with a lobby' : 'without a lobby';
}

function hostAndHeir(): ScenarioLine[] {
  const lines: ScenarioLine[] = [];
  for (const hasLobby of LOBBY) {
    for (const members of [4, 5, 6, 8]) {
      for (let ms = HIDDEN_FROM_MS; ms <= HIDDEN_TO_MS; ms += HIDDEN_STEP_MS) {
        lines.push({
          name: 'host-and-heir',
          title: `host and heir apart, ${members}, ${withLobby(hasLobby)}, hidden at ${ms} ms`,
          run: (seed) => hostAndHeirApart({ seed, members, hasLobby }, ms),
        });
      }
    }
  }
  return lines;
}

function outages(): ScenarioLine[] {
  const lines: ScenarioLine[] = [];
  for (const members of [3, 4, 5, 8]) {
    for (let without = 1; without <= members - 2; without++) {
      lines.push({
        name: 'host-out-twice',
        title: `host out twice, ${without} of ${members} cannot reach the lobby`,
        run: (seed) => hostOutTwice({ seed, members, hasLobby: true }, without),
      });
    }
  }
  const run = randomOutages;
  return [...lines, { name: 'outages', title: 'random outages, nobody crashes', run }];
}

function cuts(): ScenarioLine[] {
  const lines: ScenarioLine[] = [];
  for (const [smaller, members] of [
    [2, 5],
    [3, 7],
  ] as const) {
    lines.push({
      name: 'smaller-side',
      title: `cut ${smaller}|${members - smaller}: the larger side goes on`,
      run: (seed) => smallerSideHasHost({ seed, members, hasLobby: true }, smaller),
      maxMs: 1_300,
    });
  }
  for (const hasLobby of LOBBY) {
    for (const awayMs of [500, 1_000, 2_000, 4_000]) {
      lines.push({
        name: 'two-come-back',
        title: `two of five come back after ${awayMs} ms, ${withLobby(hasLobby)}: finality stops`,
        run: (seed) => twoComeBack({ seed, members: 5, hasLobby }, awayMs),
        maxMs: 150,
      });
    }
  }
  return lines;
}

function takeovers(): ScenarioLine[] {
  const lines: ScenarioLine[] = [];
  for (let members = 2; members <= 8; members++) {
    for (const hasLobby of LOBBY) {
      // Of two without a lobby nobody can tell a crash from a cut: patience decides.
      if (members === 2 && !hasLobby) continue;
      lines.push({
        name: 'crash',
        title: `host crashes, ${members}, ${withLobby(hasLobby)}: the next final tick`,
        run: (seed) => crashOfHost({ seed, members, hasLobby }),
      });
    }
    lines.push({
      name: 'far-crash',
      title: `host crashes, ${members}, round trip 200 ms, 5 % loss: the next final tick`,
      run: (seed) => crashOfHost({ seed, members, hasLobby: true }, FAR),
    });
    lines.push({
      name: 'handover',
      title: `handover, ${members}: nothing is ordered`,
      run: (seed) => handover({ seed, members, hasLobby: true }),
      maxMs: 200,
    });
  }
  return lines;
}

function calm(): ScenarioLine[] {
  const lines: ScenarioLine[] = [];
  for (const delayMs of [3, 40]) {
    for (const stallMs of [0, 300, 500, 700]) {
      const conditions = { ...FAIR, delayMs, jitterMs: delayMs / 5, loss: 0.05 };
      lines.push({
        name: 'bad-minute',
        title: `a minute, round trip ${2 * delayMs} ms, 5 % loss, stalls of ${stallMs} ms`,
        run: (seed) =>
          badMinute({ seed, members: 2 + (seed % 7), hasLobby: true }, conditions, stallMs),
        isCalm: true,
      });
    }
  }
  return lines;
}

function chaos(): ScenarioLine {
  return { name: 'anything', title: 'anything', run: anything, mayBeUnclean: true };
}
