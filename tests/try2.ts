import { SimulatedRoom } from './simulation/simulated-room.ts';
import { isLive } from './simulation/running-match.ts';
const room = new SimulatedRoom({
  seed: 21,
  conditions: { delayMs: 30, jitterMs: 5, loss: 0.02, reorder: 0, duplicate: 0 },
});
for (let i = 0; i < 2; i++) room.addPeer();
room.run(8000, () => room.peers.every(isLive));
room.run(3000);
const again = room.reload(room.peers[1]!);
for (let i = 0; i < 16; i++) {
  room.run(100);
  console.log(
    i,
    JSON.stringify(again.session.state),
    JSON.stringify(room.peers[0]!.session.stats().finalTick),
    room.peers[0]!.session.engine.room.pages,
    again.session.engine.timeline.end,
  );
}
