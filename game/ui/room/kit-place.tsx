import type { RoomState } from '../../../shared/room/room-state.ts';
import { useUi } from '../model/ui-context.ts';

type KitProps = { readonly state: RoomState; readonly isHost: boolean };

/** Where those who run the room choose kits; what draws them comes with what every room loads later. */
export function KitPlace({ state, isHost }: KitProps) {
  const parts = useUi().model.quickParts.value;
  return isHost && parts ? <parts.Kits state={state} /> : null;
}
