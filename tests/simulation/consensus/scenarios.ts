import type { PageNumber } from '../../../shared/consensus/members.ts';
import type { Conditions } from '../../../shared/netplay/link/simulated-network.ts';
import { ConsensusRoom, FAIR } from './consensus-room.ts';
import { type Tally, tallyOf } from './tally.ts';

/** What became of one room. */
export type Outcome = {
  readonly tally: Tally;
  /** What the scenario measures; null where it did not come. */
  readonly ms: number | null;
};

type Place = { readonly seed: number; readonly members: number; readonly hasLobby: boolean };

/** Until all are in, and ticks become final. */
const OPENING_MS = 2_500;
/** So that a scenario does not begin at the same moment of the pace of play each time. */
const OPENING_SPREAD_MS = 300;
const HEALING_MS = 5_000;
const STALL_EVERY_MS = 2_000;

/** A room in play. */
export function openRoom(place: Place, conditions: Conditions = FAIR): ConsensusRoom {
  const room = new ConsensusRoom({ ...place, conditions });
  room.run(OPENING_MS + room.random() * OPENING_SPREAD_MS);
  return room;
}

/**
 * The host and its heir lose all others and the lobby for three seconds, as behind one uplink; and the
 * host's page is hidden around then, so that a transfer begins.
 */
export function hostAndHeirApart(place: Place, hiddenAfterMs: number): Outcome {
  const room = openRoom(place);
  const cutMs = room.nowMs + 500;
  room.after(500 + hiddenAfterMs, () => room.hide(0));
  room.run(cutMs - room.nowMs);
  const heal = room.cutOff([0, 1], { fromLobby: true });
  room.run(3_000);
  heal();
  room.run(HEALING_MS);
  return { tally: tallyOf(room), ms: null };
}

/** So many cannot reach the lobby, while the host's network is out twice. */
export function hostOutTwice(place: Place, withoutLobby: number): Outcome {
  const room = openRoom(place);
  for (let page = 1; page <= withoutLobby; page++) room.lobby?.cut(page);
  for (let time = 0; time < 2; time++) {
    const heal = room.cutOff([0], { fromLobby: true });
    room.run(1_200 + room.random() * 800);
    heal();
    room.run(500 + room.random() * 2_500);
  }
  room.run(HEALING_MS);
  return { tally: tallyOf(room), ms: null };
}

/** Pairs, one-way links and ways to the lobby fail for up to four seconds; nobody's page ends. */
export function randomOutages(seed: number): Outcome {
  const room = openRoom({ seed, members: 3 + (seed % 3), hasLobby: seed % 4 !== 0 });
  for (let outage = 0; outage < 12; outage++) {
    room.after(room.random() * 10_000, () => breakSomething(room));
  }
  room.run(14_000 + HEALING_MS);
  return { tally: tallyOf(room), ms: null };
}

/** One way, one pair or one line to the lobby. */
export function breakSomething(room: ConsensusRoom): void {
  const pages = [...room.members.keys()];
  const [one, other] = pickTwo(pages, room);
  if (one === undefined || other === undefined) return;
  const kind = Math.floor(room.random() * 4);
  const ms = 200 + room.random() * 3_800;
  const heal =
    kind === 0
      ? room.lobby?.cut(one)
      : kind === 1
        ? room.cut((from, to) => from === one && to === other)
        : kind === 2
          ? room.cut((from, to) => from + to === one + other && (from === one || to === one))
          : room.cutOff([one], { fromLobby: room.random() < 0.5 });
  if (heal) room.after(ms, heal);
}

function pickTwo(
  pages: readonly PageNumber[],
  { random }: ConsensusRoom,
): (PageNumber | undefined)[] {
  const place = Math.floor(random() * pages.length);
  const step = 1 + Math.floor(random() * (pages.length - 1));
  return [pages[place], pages[(place + step) % pages.length]];
}

/** The host is on the smaller side of a cut; the lobby is reached by all. How long the larger stands still. */
export function smallerSideHasHost(place: Place, smaller: number): Outcome {
  const room = openRoom(place);
  const cutMs = room.nowMs;
  const heal = room.cutOff(
    Array.from({ length: smaller }, (_, page) => page),
    { fromLobby: false },
  );
  const large = smaller;
  const before = room.at(large).state.terms.term;
  const goesOn = room.run(5_000, () => isFinalIn(room, before));
  const ms = goesOn ? room.nowMs - cutMs : null;
  room.run(3_000);
  heal();
  room.run(HEALING_MS);
  return { tally: tallyOf(room), ms };
}

/** Two of five lose the others and come back: for how long that stops finality. */
export function twoComeBack(place: Place, awayMs: number): Outcome {
  const room = openRoom(place);
  const pages = [place.members - 2, place.members - 1];
  const heal = room.cutOff(pages, { fromLobby: false });
  room.run(awayMs);
  heal();
  const fromMs = room.nowMs;
  room.run(HEALING_MS);
  return { tally: tallyOf(room), ms: longestPause(room, fromMs) };
}

/** The host's browser is killed: the time to the first final tick of the next term. */
export function crashOfHost(place: Place, conditions: Conditions = FAIR): Outcome {
  const room = openRoom(place, conditions);
  const { term } = room.at(0).state.terms;
  room.crash(0);
  const fromMs = room.nowMs;
  const goesOn = room.run(20_000, () => isFinalIn(room, term));
  const ms = goesOn ? room.nowMs - fromMs : null;
  room.run(2_000);
  return { tally: tallyOf(room), ms };
}

/** The host's page is hidden: the time from its last ordered tick to the first of its heir. */
export function handover(place: Place): Outcome {
  const room = openRoom(place);
  const { term } = room.at(0).state.terms;
  room.hide(0);
  const fromMs = room.nowMs;
  const isLed = room.run(3_000, () => (room.sequencer?.state.terms.term ?? term) > term);
  const ms = isLed ? room.nowMs - fromMs : null;
  room.run(2_000);
  return { tally: tallyOf(room), ms };
}

/** A minute in which nobody goes, but packets are lost and machines stall: every term is a false alarm. */
export function badMinute(place: Place, conditions: Conditions, stallMs: number): Outcome {
  const room = openRoom(place, conditions);
  for (let atMs = 0; atMs < 60_000; atMs += STALL_EVERY_MS) {
    for (const page of room.members.keys()) {
      room.after(atMs + room.random() * (STALL_EVERY_MS - stallMs), () =>
        room.stall(page, stallMs),
      );
    }
  }
  room.run(61_000);
  return { tally: tallyOf(room), ms: null };
}

/** All of it: pages end, are loaded anew, come, go, hide and stall, and the lobby forgets, on a bad network. */
export function anything(seed: number): Outcome {
  const room = openRoom({ seed, members: 2 + (seed % 5), hasLobby: seed % 4 !== 0 });
  for (let event = 0; event < 10; event++) {
    room.after(room.random() * 12_000, () => doSomething(room));
  }
  room.run(16_000 + HEALING_MS);
  return { tally: tallyOf(room), ms: null };
}

function doSomething(room: ConsensusRoom): void {
  const pages = [...room.members.keys()];
  const page = pages[Math.floor(room.random() * pages.length)]!;
  // Without a lobby only more than half go on, and nobody tells that a page is over.
  const mayLose = pages.length > (room.lobby ? 2 : 4);
  const choices = [
    () => breakSomething(room),
    () => breakSomething(room),
    () => room.stall(page, 100 + room.random() * 2_000),
    () => hideForAWhile(room, page),
    () => room.everybody.length < 12 && room.join(),
    () => room.lobby?.restart(),
    () => mayLose && room.leave(page),
    () => mayLose && room.crash(page),
    () => mayLose && room.lobby && room.reload(page),
  ];
  choices[Math.floor(room.random() * choices.length)]?.();
}

function hideForAWhile(room: ConsensusRoom, page: PageNumber): void {
  room.hide(page);
  room.after(500 + room.random() * 5_000, () => {
    if (room.members.has(page)) room.show(page);
  });
}

/** A newer term has a sequencer, and its first tick is final. */
function isFinalIn(room: ConsensusRoom, term: number): boolean {
  const { sequencer } = room;
  if (!sequencer || sequencer.state.terms.term <= term) return false;
  const { log, terms } = sequencer.state;
  const mark = log.marks.find((one) => one.term === terms.term);
  return mark !== undefined && log.commit > mark.at;
}

/** The longest time in which nobody held a new tick as final, from then on. */
export function longestPause({ final }: ConsensusRoom, fromMs: number): number {
  let longest = 0;
  let last = fromMs;
  for (const ms of final.firstMs) {
    if (ms === undefined || ms <= last) continue;
    longest = Math.max(longest, ms - last);
    last = ms;
  }
  return longest;
}
