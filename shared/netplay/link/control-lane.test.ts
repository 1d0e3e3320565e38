import { expect, test } from 'vitest';
import type { ControlMessage, ControlPacket } from '../../wire/control-packet.ts';
import { toMemberId } from '../../room/command.ts';
import { ControlLane } from './control-lane.ts';
import { createRandom } from '../../base/seeded-random.ts';

function asPacket(body: Pick<ControlPacket, 'expected' | 'pieces'>): ControlPacket {
  return { term: 1, room: 0, seq: 0, ack: 0, holdMs: 0, ...body };
}

test('messages arrive once and in order through loss, doubling and reordering', () => {
  for (let seed = 0; seed < 50; seed++) {
    const random = createRandom(seed);
    const lanes = [new ControlLane(), new ControlLane()] as const;
    const sent: ControlMessage[] = Array.from({ length: 30 }, (_, index) =>
      index % 2 === 0
        ? { type: 'join', name: 'x'.repeat(index * 2), fresh: true }
        : { type: 'welcome', member: toMemberId(index) },
    );
    const got: ControlMessage[] = [];
    const flying: { to: ControlLane; packet: ControlPacket }[] = [];
    let next = 0;
    for (let nowMs = 0; nowMs < 60_000 && got.length < sent.length; nowMs += 17) {
      if (next < sent.length && lanes[0].send(sent[next]!)) next += 1;
      lanes.forEach((lane, index) => {
        const body = lane.takeDue(nowMs);
        if (!body || random() < 0.3) return;
        const packet = asPacket(body);
        const to = lanes[1 - index]!;
        flying.push({ to, packet });
        if (random() < 0.1) flying.push({ to, packet });
      });
      while (flying.length > 3 || (flying.length > 0 && random() < 0.5)) {
        const [arrived] = flying.splice(Math.floor(random() * flying.length), 1);
        arrived?.to.receive(arrived.packet, (message) => got.push(message));
      }
    }
    expect(got).toEqual(sent);
  }
});

test('a message from outside that is too long or no message is dropped, the next one is read', () => {
  const lane = new ControlLane();
  const got: ControlMessage[] = [];
  const piece = new Uint8Array(200).fill(0xff);
  for (let id = 0; id < 30; id++) {
    lane.receive(
      asPacket({ expected: 0, pieces: [{ id, endsMessage: id === 29, bytes: piece }] }),
      (m) => got.push(m),
    );
  }
  const other = new ControlLane();
  other.send({ type: 'welcome', member: toMemberId(4) });
  const due = other.takeDue(0)!;
  const pieces = due.pieces.map((one) => ({ ...one, id: 30 }));
  lane.receive(asPacket({ expected: 0, pieces }), (m) => got.push(m));
  expect(got).toEqual([{ type: 'welcome', member: 4 }]);
});

test('a lane whose other side never answers says so instead of growing', () => {
  const lane = new ControlLane();
  let accepted = 0;
  while (accepted < 1000 && lane.send({ type: 'welcome', member: toMemberId(0) })) accepted += 1;
  expect(accepted).toBe(64);
});

test('a message goes out again soon, and then every 100 ms until it is acknowledged', () => {
  const [lane, other] = [new ControlLane(), new ControlLane()];
  lane.send({ type: 'join', name: 'x', fresh: true });
  const times = Array.from({ length: 26 }, (_, index) => index * 10).filter(
    (nowMs) => lane.takeDue(nowMs) !== null,
  );
  expect(times).toEqual([0, 30, 130, 230]);
  other.receive(asPacket(lane.takeDue(400)!), () => undefined);
  lane.receive(asPacket(other.takeDue(400)!), () => undefined);
  expect(lane.takeDue(1_000)).toBeNull();
});
