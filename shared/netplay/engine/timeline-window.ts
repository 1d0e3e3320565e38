import type { Timeline } from '../../rollback/timeline.ts';
import type { Command } from '../../room/command.ts';
import { MAX_SEATS } from '../../base/room-limits.ts';
import { MAX_COMMANDS_PER_CONFIRM } from '../../wire/confirm-packet.ts';
import { MAX_ROWS } from '../../wire/input-rows.ts';

export type TimelineWindow = {
  readonly rows: Uint8Array;
  readonly commands: readonly { readonly row: number; readonly command: Command }[];
};

/** As many final ticks from `from` on as one packet takes. `rows` is a view of `buffer`. */
export function readWindow(
  timeline: Timeline<Command>,
  from: number,
  buffer: Uint8Array,
): TimelineWindow {
  const commands: { row: number; command: Command }[] = [];
  let room = MAX_COMMANDS_PER_CONFIRM;
  let count = 0;
  while (count < MAX_ROWS && from + count < timeline.end) {
    const ofRow = timeline.commandsAt(from + count);
    room -= ofRow.reduce((sum, command) => sum + shareOf(command), 0);
    if (room < 0) break;
    for (const command of ofRow) commands.push({ row: count, command });
    timeline.copyInputs(from + count, buffer, count * MAX_SEATS);
    count += 1;
  }
  return { rows: buffer.subarray(0, count * MAX_SEATS), commands };
}

/** [R40] A disc takes up to 56 bytes: eight of them beside what else is in a packet would be too many. */
function shareOf({ type }: Command): number {
  return type === 'disc' || type === 'playerDisc' ? 2 : 1;
}

/** A buffer that a whole window fits into. */
export function createWindowBuffer(): Uint8Array {
  return new Uint8Array(MAX_ROWS * MAX_SEATS);
}
