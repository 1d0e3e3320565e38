import type { ReadonlySignal } from '@preact/signals';
import type { RoomSession } from '../../../shared/netplay/room-session.ts';
import { peopleIn, type RoomState } from '../../../shared/room/room-state.ts';
import type { Screen } from '../../ui/model/view-model.ts';

/** What a room is played by. */
type Played = Pick<RoomState, 'rules' | 'stadium' | 'auto' | 'rotates'>;

/**
 * [L178] A room that is made where another one has ended is played by the same rules, on the same map. The same people
 * cannot be called: a room ends when nobody is left that could be reached.
 */
export class RoomAgain {
  readonly #chooseMap: (stadium: string) => void;
  #last: Played | null = null;
  #isAgain = false;

  /** @param chooseMap asks the room for a map, if it is still here */
  constructor(screen: ReadonlySignal<Screen>, chooseMap: (stadium: string) => void) {
    this.#chooseMap = chooseMap;
    let before = screen.peek();
    screen.subscribe((now) => {
      const isMaking = now.screen === 'joining' && now.code === null && !now.isQuick;
      if (isMaking && isOver(before)) this.#isAgain = true;
      else if (now.screen === 'home' || (now.screen === 'joining' && !isMaking))
        this.#isAgain = false;
      before = now;
    });
  }

  /** Runs every tick in a room of friends; null elsewhere. */
  follow(session: Pick<RoomSession, 'world' | 'self' | 'request'> | null): void {
    if (session === null || session.self === null) return;
    const { room } = session.world;
    if (!this.#isAgain) {
      this.#last = room;
      return;
    }
    this.#isAgain = false;
    const last = this.#last;
    if (last === null || room.host !== session.self || peopleIn(room).length > 1) return;
    session.request({ type: 'rules', rules: last.rules });
    const { auto, rotates } = last;
    if (auto !== room.auto) session.request({ type: 'auto', size: auto, rotates });
    if (last.stadium !== room.stadium) this.#chooseMap(last.stadium);
  }
}

/** Home says that a room ended; or the room of this screen is left for another one, as only an ended one can be. */
function isOver(screen: Screen): boolean {
  if (screen.screen === 'home')
    return screen.error === 'host-gone' || screen.error === 'room-ended';
  return screen.screen === 'room' || screen.screen === 'match' || screen.screen === 'result';
}
