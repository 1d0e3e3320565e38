import { Sync } from '@tboyt/telegraph/dist/Sync.js';
import { TICK_MS } from '../../../shared/sim/tick.ts';
import { measure, type Measurement } from '../../measure.ts';
import { Netcode, createBits, createPlayers, createState } from './netplayjs.ts';
import { withoutConsole } from './virtual-page.ts';

const NUMBERS = 20;
const CALLS = 1_000;
/** The library stalls beyond: 8 cannot be rolled back every tick. */
const TELEGRAPH_DEPTH = 7;
const NETPLAY_DEPTH = 8;

export type AnchorCost = Measurement & { readonly name: string; readonly depth: number };

/** What a rollback of twenty numbers costs the others, each tick, with our own step of them. */
export function measureAnchorCosts(): readonly AnchorCost[] {
  return [
    { name: 'netplayjs 0.4.1, host', depth: NETPLAY_DEPTH, ...rollNetplay(true) },
    { name: 'netplayjs 0.4.1, client', depth: NETPLAY_DEPTH, ...rollNetplay(false) },
    // It tells the console of every rollback; that costs more than the rollback and is left out.
    { name: '@tboyt/telegraph 0.0.3', depth: TELEGRAPH_DEPTH, ...withoutConsole(rollTelegraph) },
  ];
}

/** Twenty numbers that two players push about. */
class Numbers {
  values = new Float64Array(NUMBERS);

  step(first: number, second: number): void {
    const { values } = this;
    for (let index = 0; index < NUMBERS; index++) {
      values[index] = (values[index] ?? 0) * 0.99 + (index % 2 === 0 ? first : second);
    }
  }
}

/** Each tick one frame is added and the input of the frame `NETPLAY_DEPTH` ticks ago comes in. */
function rollNetplay(isHost: boolean): Measurement {
  const game = new Numbers();
  const players = createPlayers(isHost ? 0 : 1);
  const remote = players[isHost ? 1 : 0];
  const state = createState(
    (first, second) => game.step(first, second),
    () => [...game.values],
    (saved) => game.values.set(saved),
  );
  const netcode = new Netcode(
    isHost,
    state,
    [...players],
    new Map(players.map((player) => [player, createBits(0)])),
    NETPLAY_DEPTH + 2,
    null,
    TICK_MS,
    () => createBits(1),
    () => {},
    () => {},
  );
  let frame = 0;
  return measure(() => {
    netcode.tick();
    frame += 1;
    const late = frame - NETPLAY_DEPTH + 1;
    if (late < 1) return;
    netcode.onRemoteInput(late, remote, createBits(late & 31));
    // The host sends its state of every frame that is settled; the client starts over from it.
    if (!isHost)
      netcode.onStateSync(late, netcode.history.find((one) => one.frame === late)!.state);
  }, CALLS);
}

function rollTelegraph(): Measurement {
  const game = new Numbers();
  const statuses = [0, 1].map(() => ({ disconnected: false, lastFrame: -1 }));
  const config = {
    callbacks: {
      onSaveState: () => ({ state: game.values.slice(), checksum: null }),
      onLoadState: (saved: Float64Array) => game.values.set(saved),
      onAdvanceFrame: () => advance(),
      onEvent: () => {},
    },
    numPlayers: 2,
    disconnectTimeout: 0,
    disconnectNotifyStart: 0,
  };
  const sync = new Sync<Float64Array>(
    config as unknown as ConstructorParameters<typeof Sync<Float64Array>>[0],
    statuses,
  );
  const advance = (): void => {
    const [first, second] = sync.getSynchronizedInputs().inputs;
    game.step(first?.[0] ?? 0, second?.[0] ?? 0);
    sync.incrementFrame();
  };
  let frame = 0;
  return measure(() => {
    if (!sync.addLocalInput(0, [1])) throw new Error('the library stalls in its measurement');
    advance();
    const late = frame - TELEGRAPH_DEPTH + 1;
    frame += 1;
    if (late < 0) return;
    sync.addRemoteInput(1, { frame: late, inputs: [late & 31] });
    sync.checkSimulation();
    sync.setLastConfirmedFrame(late);
  }, CALLS);
}
