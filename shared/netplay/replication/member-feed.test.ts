import { expect, test } from 'vitest';
import { parsePeerId } from '../../base/peer-id.ts';
import { BY_SEQUENCER, toMemberId } from '../../room/command.ts';
import { INPUT_RIGHT } from '../../sim/input.ts';
import { MAX_SEATS } from '../../base/room-limits.ts';
import { toSeat } from '../../sim/seat.ts';
import { createWorld } from '../../room/world.ts';
import { builtInArena } from '../../stadium/built-in/built-in-stadiums.ts';
import type { ConfirmPacket } from '../../wire/confirm-packet.ts';
import { MemberFeed } from './member-feed.ts';
import { RoomEngine } from '../engine/room-engine.ts';
import { Sequencer } from './sequencer.ts';

const own = toSeat(0);

/** A room in which one player is waited for and so many ticks are ordered. */
function createRoom(ticks: number) {
  const engine = new RoomEngine(createWorld('classic', builtInArena, 1), builtInArena);
  const sequencer = new Sequencer(engine);
  const peer = parsePeerId('peer-0')!;
  sequencer.order({ type: 'join', member: toMemberId(0), peer, name: 'x', by: BY_SEQUENCER });
  for (let now = 1; now <= ticks; now++) {
    sequencer.receive(own, now - 1, [0], now);
    sequencer.advance(now);
    engine.advance(now);
  }
  const feed = new MemberFeed();
  const send = (from: number, mayOrder = true, takes = Number.POSITIVE_INFINITY) => {
    const sent: Pick<ConfirmPacket, 'fromTick' | 'tails'>[] = [];
    const view = { nowTick: ticks, seat: null, isHidden: false, mayOrder, from, told: null };
    const result = feed.sendConfirms(engine, sequencer, view, (packet) => {
      if (packet.type !== 'confirm') throw new Error(packet.type);
      const rows = packet.rows.length / MAX_SEATS;
      sent.push({ fromTick: packet.fromTick, tails: packet.tails });
      return sent.length < takes && rows > 0;
    });
    return { sent, ...result };
  };
  return { engine, send };
}

test('one packet is enough for somebody who keeps up', () => {
  const { send } = createRoom(300);
  expect(send(290).sent.map(({ fromTick }) => fromTick)).toEqual([290]);
});

test('somebody far behind gets four packets at a time, one behind the other', () => {
  const { send } = createRoom(300);
  const starts = send(10).sent.map(({ fromTick }) => fromTick);
  expect(starts).toEqual([10, 73, 136, 199]);
});

test('a link that takes no more gets no more', () => {
  const { send } = createRoom(300);
  const { sent, isAll, count } = send(10, true, 2);
  expect([sent.length, isAll, count]).toEqual([2, false, 1]);
});

test('[N21] who goes on from here is told also those inputs that anybody would predict', () => {
  const { engine, send } = createRoom(20);
  for (const tick of [20, 21, 22]) engine.hint(tick, own, 0);
  expect(send(15).sent[0]?.tails).toEqual([]);
  expect(send(15, false).sent[0]?.tails).toEqual([{ seat: own, inputs: [0, 0, 0] }]);
  engine.hint(22, own, INPUT_RIGHT);
  expect(send(15).sent[0]?.tails).toEqual([{ seat: own, inputs: [0, 0, INPUT_RIGHT] }]);
});
