import type { RoomCode } from '../../../shared/lobby/ids.ts';
import type { ReplayRecorder } from '../../../shared/replay/replay-recorder.ts';
import type { PracticeSession } from '../../match/practice-session.ts';
import type { OnlineRoom } from './online-room.ts';

/** Where the person is. Each place has the session that is drawn. */
export type Place =
  | { readonly place: 'home' }
  | {
      readonly place: 'asking-lobby';
      readonly code: RoomCode | null;
      readonly isBack: boolean;
      readonly sinceMs: number;
    }
  | { readonly place: 'practice'; readonly session: PracticeSession }
  | { readonly place: 'online'; readonly room: OnlineRoom; readonly isBack: boolean };

/** What keeps the match that is played there; null at home. */
export function recorderAt(place: Place): ReplayRecorder | null {
  if (place.place === 'practice') return place.session.recorder;
  return place.place === 'online' ? place.room.recorder : null;
}
