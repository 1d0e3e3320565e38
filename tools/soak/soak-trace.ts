import type { SimulatedPeer } from '../../tests/simulation/simulated-room.ts';

/** Tells whenever a peer's state, its room or its counts change. */
export function traceRoom(): (peer: SimulatedPeer, nowMs: number) => void {
  const told = new Map<string, string>();
  return ({ id, session }, nowMs) => {
    const { room, timeline } = session.engine;
    const members = room.members.map(({ peer, absent }) => (absent ? `(${peer})` : peer));
    const { state, counts } = session;
    const text = `${JSON.stringify(state)} sequencer ${room.sequencer}/${room.term} of ${members.join(' ')}`;
    const back = `taken back ${counts.takenBackTicks}, retractions ${counts.retractions}`;
    const line = `${text}, repairs ${counts.repairs}, ${back}`;
    if (told.get(id) === line) return;
    told.set(id, line);
    const ends = `final ${timeline.finalEnd} ordered ${timeline.end}`;
    console.log(`${(nowMs / 1000).toFixed(2)} s ${id}: ${ends} ${line}`);
  };
}
