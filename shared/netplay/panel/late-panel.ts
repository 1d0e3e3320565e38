import type { ChatRoom } from '../chat/chat-ways.ts';
import type { Remotes } from '../replication/remote-peer.ts';
import type { MakePanelLane, PanelLane } from './panel-lane.ts';

/** The panel of a session: a page needs the code of it only where a script runs the room. */
export type LatePanel = {
  /** Null until it is brought. */
  lane: PanelLane | null;
  readonly bring: (make: MakePanelLane) => void;
};

/** The place for a panel that nobody has brought yet. */
export function createLatePanel(remotes: Remotes, room: () => ChatRoom): LatePanel {
  const late: LatePanel = {
    lane: null,
    bring: (make) => {
      late.lane ??= make(remotes, room);
    },
  };
  return late;
}
