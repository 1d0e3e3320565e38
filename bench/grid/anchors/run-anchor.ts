import { parsePeerId } from '../../../shared/base/peer-id.ts';
import { createRandom } from '../../../shared/base/seeded-random.ts';
import { SimulatedNetwork } from '../../../shared/netplay/link/simulated-network.ts';
import { playerDisc } from '../../../shared/sim/physics/arena.ts';
import { TICK_MS } from '../../../shared/sim/tick.ts';
import { type GridRow, conditionsOf } from '../grid-row.ts';
import { KeyChanges } from '../key-changes.ts';
import { MESSAGE_OVERHEAD_BYTES } from '../../wire/sctp-model.ts';
import { PictureWatch } from '../picture-watch.ts';
import { Samples } from '../samples.ts';
import type { Anchor, AnchorPeer } from './anchor-peer.ts';
import { InputFold } from './input-fold.ts';
import { PitchGame, SEATS_OF_TWO } from './pitch-game.ts';
import { ReliableChannel } from './reliable-channel.ts';
import { VirtualPage } from './virtual-page.ts';

/** The library connects and its estimates settle. */
const WARM_UP_MS = 5_000;
const CLOCK_ERROR = 0.000_05;
const TIMER_JITTER_MS = 1;
const OUTAGE_EVERY_MS = 10_000;

export type AnchorFigures = {
  readonly name: string;
  readonly assumption: string;
  readonly resimulatedPerFrame: number;
  /** Share of ticks at which the library would not go on. */
  readonly stalledShare: number;
  readonly kbit: readonly [first: number, second: number];
  readonly packetsPerSecond: readonly [first: number, second: number];
  readonly discErrorMean: number;
  readonly discErrorP99: number;
  readonly ballErrorMean: number;
  readonly ballErrorP99: number;
  readonly popP99: number;
  /** Messages at which the library threw: in a browser they are lost and the game goes on. */
  readonly thrown: number;
  readonly problems: readonly string[];
};

type Side = {
  readonly place: 0 | 1;
  readonly game: PitchGame;
  readonly page: VirtualPage;
  readonly channel: ReliableChannel;
  readonly picture: PictureWatch;
  readonly peer: AnchorPeer;
  readonly rate: number;
  nextMs: number;
  ticks: number;
  frames: number;
  stalled: number;
  steps: number;
};

/** The same match of two as our own rows play, carried by somebody else's netcode. */
export function runAnchor(
  anchor: Anchor,
  row: GridRow,
  seed: number,
  seconds: number,
): AnchorFigures {
  const match = new AnchorMatch(anchor, row, seed);
  match.run(WARM_UP_MS);
  match.begin();
  match.run(seconds * 1000);
  return match.figures(anchor, seconds);
}

class AnchorMatch {
  readonly #network: SimulatedNetwork;
  readonly #sides: readonly Side[];
  readonly #links;
  readonly #fold = new InputFold();
  readonly #random;
  readonly #row: GridRow;
  #nowMs = 0;
  #thrown = 0;
  #problems = new Set<string>();
  #sent: readonly { packets: number; bytes: number }[] = [];

  constructor(anchor: Anchor, row: GridRow, seed: number) {
    this.#row = row;
    this.#network = new SimulatedNetwork(seed);
    this.#random = createRandom(seed ^ 0x5eed);
    const [ana, mert] = [parsePeerId('peer-0')!, parsePeerId('peer-1')!];
    this.#links = this.#network.connect(ana, mert, conditionsOf(row));
    this.#sides = ([0, 1] as const).map((place) => this.#createSide(anchor, place, seed));
  }

  run(ms: number): void {
    for (const endMs = this.#nowMs + ms; this.#nowMs < endMs; this.#nowMs++) {
      this.#network.advance(this.#nowMs);
      const inCycle = this.#nowMs % OUTAGE_EVERY_MS;
      const isOut = this.#row.loss === 'outage' && inCycle >= OUTAGE_EVERY_MS - 1_000;
      for (const link of this.#links) link.isCut = isOut;
      for (const side of this.#sides) this.#advance(side);
      this.#fold.advance();
    }
  }

  /** What was before does not count. */
  begin(): void {
    this.#sent = this.#sides.map(({ channel }) => ({
      packets: channel.sentPackets,
      bytes: channel.sentBytes,
    }));
    this.#thrown = 0;
    for (const side of this.#sides) {
      Object.assign(side, { ticks: 0, frames: 0, stalled: 0, steps: side.game.steps });
      side.picture.clear();
    }
  }

  figures(anchor: Anchor, seconds: number): AnchorFigures {
    const sides = this.#sides;
    const sum = (pick: (side: Side) => number): number =>
      sides.reduce((total, side) => total + pick(side), 0);
    const pool = (pick: (side: Side) => Samples): Samples => {
      const all = new Samples();
      for (const side of sides) all.addAll(pick(side));
      return all;
    };
    const disc = pool(({ picture }) => picture.figures.discError);
    const ball = pool(({ picture }) => picture.figures.ballError);
    const perSecond = sides.map(({ channel }, place) => ({
      packets: (channel.sentPackets - (this.#sent[place]?.packets ?? 0)) / seconds,
      bytes: (channel.sentBytes - (this.#sent[place]?.bytes ?? 0)) / seconds,
    }));
    const kbit = perSecond.map(
      ({ packets, bytes }) => ((bytes + packets * MESSAGE_OVERHEAD_BYTES) * 8) / 1000,
    );
    const frames = sum((side) => side.frames);
    return {
      name: anchor.name,
      assumption: anchor.assumption,
      resimulatedPerFrame: (sum((side) => side.game.steps - side.steps) - frames) / frames,
      stalledShare: sum((side) => side.stalled) / sum((side) => side.ticks),
      kbit: [kbit[0]!, kbit[1]!],
      packetsPerSecond: [perSecond[0]!.packets, perSecond[1]!.packets],
      discErrorMean: disc.mean,
      discErrorP99: disc.percentile(0.99),
      ballErrorMean: ball.mean,
      ballErrorP99: ball.percentile(0.99),
      popP99: pool(({ picture }) => picture.figures.pop).percentile(0.99),
      thrown: this.#thrown,
      problems: [...this.#problems],
    };
  }

  #createSide(anchor: Anchor, place: 0 | 1, seed: number): Side {
    const game = new PitchGame();
    const page = new VirtualPage(createRandom(seed * 13 + place));
    const channel = new ReliableChannel(this.#links[place], anchor.channel.isOrdered);
    const hands = new KeyChanges(createRandom(seed * 31 + place), this.#row.changesPerSecond);
    const seat = SEATS_OF_TWO[place];
    const discs = SEATS_OF_TWO.map((each) => playerDisc(game.world.arena, each));
    const peer = anchor.createPeer({
      place,
      game,
      page,
      poll: () => hands.heldAt(this.#nowMs, game.world, seat),
      send: (bytes) => channel.send(bytes, this.#nowMs),
      onOwnInput: (tick, bits) => this.#fold.put(place, tick, bits),
    });
    channel.onMessage = (bytes) => {
      try {
        peer.receive(bytes);
      } catch (error) {
        this.#thrown += 1;
        this.#problems.add(`threw at a message: ${textOf(error)}`);
      }
    };
    return {
      place,
      game,
      page,
      channel,
      peer,
      picture: new PictureWatch(discs[place]!, [discs[1 - place]!], false),
      rate: 1 + (this.#random() - 0.5) * 2 * CLOCK_ERROR,
      nextMs: this.#random() * TICK_MS,
      ticks: 0,
      frames: 0,
      stalled: 0,
      steps: 0,
    };
  }

  #advance(side: Side): void {
    const { game, page, picture } = side;
    page.nowMs = this.#nowMs;
    side.channel.advance(this.#nowMs);
    if (this.#nowMs < side.nextMs) return;
    side.nextMs += TICK_MS / side.rate + (this.#random() - 0.5) * TIMER_JITTER_MS;
    const before = game.world.tick;
    try {
      side.peer.tick();
    } catch (error) {
      this.#problems.add(`threw in its loop: ${textOf(error)}`);
    }
    const went = game.world.tick - before;
    side.ticks += 1;
    side.frames += went;
    if (went === 0) side.stalled += 1;
    picture.take(game.world, game.previous);
    picture.remember(game.world);
    picture.compare((tick) => this.#fold.placesAt(tick));
  }
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
