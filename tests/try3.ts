import { SimulatedRoom } from './simulation/simulated-room.ts';
import { isLive } from './simulation/running-match.ts';
const last = new Map<string, number>();
const room = new SimulatedRoom({
  seed: 1,
  conditions: { jitterMs: 5, loss: 0, reorder: 0, duplicate: 0, delayMs: 300, bunchMs: 800 },
  withLobby: true,
  trace: ({ id, session }, now) => {
    const s = session.counts.stalledTicks;
    if (s !== (last.get(id) ?? 0)) {
      const st = session.stats();
      console.log(
        now.toFixed(0),
        id,
        s,
        JSON.stringify(session.state),
        'end',
        session.engine.timeline.end,
        'final',
        session.engine.timeline.finalEnd,
        'pred',
        st.tick,
        'term',
        st.term,
      );
      last.set(id, s);
    }
  },
});
room.lobby.latencyMs = 150;
for (let i = 0; i < 2; i++) room.addPeer();
console.log(
  room.run(12000, () => room.peers.every(isLive)),
  room.network.nowMs,
);
for (const { session } of room.peers) session.request({ type: 'ready', ready: true });
room.run(20000);
