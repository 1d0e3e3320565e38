import { expect, test } from 'vitest';
import type { PeerId } from '../../base/peer-id.ts';
import type { Command } from '../../room/command.ts';
import type { RoomEngine } from '../engine/room-engine.ts';
import { Admission } from './admission.ts';
import type { Sequencer } from './sequencer.ts';

const ben = 'ben' as PeerId;

/** An admission to an empty room, whose queue may be full and whose clock is moved by hand. */
function createAdmission() {
  const timeline = { end: 0 };
  const queue = { isFull: false, ordered: [] as Command[] };
  const engine = { timeline, room: { members: [], sentAway: [] } } as unknown as RoomEngine;
  const order = (command: Command): boolean => {
    if (!queue.isFull) queue.ordered.push(command);
    return !queue.isFull;
  };
  const admission = new Admission(engine, { order } as unknown as Sequencer);
  return { admission, timeline, queue };
}

test('[N43] a join that found no place is ordered when the newcomer asks again', () => {
  const { admission, queue } = createAdmission();
  queue.isFull = true;
  expect(admission.admit(ben, 'Ben')).toBeNull();
  queue.isFull = false;
  expect(admission.admit(ben, 'Ben')).toEqual({ member: 0 });
  expect(queue.ordered).toHaveLength(1);
});

test('[N43] a join that is on its way is not ordered twice, one that was lost is, under its number', () => {
  const { admission, timeline, queue } = createAdmission();
  admission.admit(ben, 'Ben');
  timeline.end = 29;
  admission.admit(ben, 'Ben');
  expect(queue.ordered).toHaveLength(1);
  timeline.end = 30;
  expect(admission.admit(ben, 'Ben')).toEqual({ member: 0 });
  expect(queue.ordered).toHaveLength(2);
});
