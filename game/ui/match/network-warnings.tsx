import type { Messages } from '../../i18n/en/en.ts';
import { Icon, type IconName } from '../controls/icon.tsx';
import { Sentence } from '../controls/literal.tsx';
import { LobbyChip } from '../notices/lobby-chip.tsx';
import { WarningChip } from '../notices/warning-chip.tsx';
import { useMessages, useUi } from '../model/ui-context.ts';
import type { MovingView, WarningView } from '../model/view-model.ts';

const ICONS = {
  latency: 'gauge',
  jitter: 'waves',
  loss: 'packageX',
  silent: 'wifiOff',
  reconnecting: 'wifiOff',
  eaten: 'hourglass',
  repaired: 'check',
  benched: 'eye',
} as const satisfies Record<WarningView['kind'], IconName>;

/** Shown only when something is bad, and then whatever else is hidden: an icon and a word. */
export function NetworkWarnings() {
  const { hud, lobby } = useUi().model;
  const messages = useMessages();
  const { match } = messages;
  return (
    <div class="warnings" role="status">
      {hud.warnings.value.map((warning) => (
        <WarningChip
          key={warning.kind}
          name={warning.kind}
          icon={ICONS[warning.kind]}
          short={wordOf(messages, warning)}
          long={match.warnLong[warning.kind]}
        />
      ))}
      {hud.moving.value && (
        <span class="chip chip-warn" data-testid="moving">
          <Icon name="loader" spin />
          <span class="moving-words">
            <MovingWords {...hud.moving.value} />
          </span>
        </span>
      )}
      <LobbyChip />
      {lobby.value === 'room-gone' && (
        <WarningChip name="room" icon="wifiOff" short={match.roomClosed} long={match.roomGone} />
      )}
    </div>
  );
}

function MovingWords({ name, hasLeft }: MovingView) {
  const { match } = useMessages();
  if (name === '') return match.movingAlone;
  return <Sentence say={hasLeft ? match.movingLeft : match.moving} literal={name} />;
}

function wordOf({ match }: Messages, warning: WarningView): string {
  switch (warning.kind) {
    case 'latency':
      return match.warnLatency(warning.ms);
    case 'jitter':
      return match.warnJitter;
    case 'loss':
      return match.warnLoss(warning.percent);
    case 'silent':
      return match.warnSilent;
    case 'eaten':
      return match.warnEaten;
    case 'repaired':
      return match.warnRepaired;
    case 'benched':
      return match.warnBenched;
    default:
      return match.warnReconnecting;
  }
}
