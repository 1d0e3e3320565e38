import { Icon, type IconName } from '../controls/icon.tsx';
import { useMessages, useUi } from '../model/ui-context.ts';

/** In the room: that this page or the lobby is away from it, or was away for long and is back. */
export function PresenceNotice() {
  const { model } = useUi();
  const { match } = useMessages();
  const lobby = model.lobby.value;
  if (model.cutOff.value) {
    return <Notice name="cut-off" icon="wifiOff" text={match.warnLong.reconnecting} />;
  }
  if (lobby === 'restarting') {
    return <Notice name="lobby-restarts" icon="loader" text={match.lobbyRestartsLong} />;
  }
  if (lobby === 'lost') {
    return <Notice name="lobby-lost" icon="wifiOff" text={match.lobbyLostRoom} />;
  }
  return model.back.value ? <Notice name="back" icon="check" text={match.back} /> : null;
}

type NoticeProps = { readonly name: string; readonly icon: IconName; readonly text: string };

function Notice({ name, icon, text }: NoticeProps) {
  return (
    <section class="notice" role="status" data-testid={name}>
      <Icon name={icon} spin={icon === 'loader'} />
      <p>{text}</p>
    </section>
  );
}
