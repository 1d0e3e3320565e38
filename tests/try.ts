import { openMatch, isLive } from './simulation/running-match.ts';
const room = openMatch(2, process.argv[2] === 'lobby');
const say = () =>
  console.log(
    room.network.nowMs.toFixed(0),
    room.peers
      .map(({ session }) => {
        const s = session.stats();
        return JSON.stringify([
          session.state,
          session.engine.timeline.end,
          session.engine.timeline.finalEnd,
          s.term,
          s.sequencer,
          session.engine.room.members.map((m) => [m.id, m.absent]),
          session.engine.room.pages,
          s.counts.unclean,
        ]);
      })
      .join('\n   '),
  );
say();
const which = process.argv[3] ?? '1';
for (const w of which) room.reload(room.peers[Number(w)]!);
for (let i = 0; i < 16; i++) {
  room.run(500);
  say();
}
