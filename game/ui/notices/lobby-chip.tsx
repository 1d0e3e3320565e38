import { useMessages, useUi } from '../model/ui-context.ts';
import { WarningChip } from './warning-chip.tsx';

/** That the lobby is away, for where there is room for a word. */
export function LobbyChip() {
  const { lobby, cutOff } = useUi().model;
  const { match } = useMessages();
  if (cutOff.value) return null;
  if (lobby.value === 'lost') {
    return (
      <WarningChip name="lobby" icon="wifiOff" short={match.lobbyLost} long={match.lobbyLostLong} />
    );
  }
  return lobby.value === 'restarting' ? (
    <WarningChip
      name="restarting"
      icon="loader"
      short={match.lobbyRestarts}
      long={match.lobbyRestartsLong}
    />
  ) : null;
}
