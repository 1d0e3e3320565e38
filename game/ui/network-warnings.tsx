import type { Messages } from '../i18n/en.ts';
import { Icon, type IconName } from './icon.tsx';
import { useMessages, useUi } from './ui-context.ts';
import type { WarningView } from './view-model.ts';

const ICONS = {
  latency: 'gauge',
  jitter: 'waves',
  loss: 'packageX',
  silent: 'wifiOff',
} as const satisfies Record<WarningView['kind'], IconName>;

/** Shown only when something is bad, and then whatever else is hidden: an icon and a word. */
export function NetworkWarnings() {
  const { model } = useUi();
  const messages = useMessages();
  return (
    <div class="warnings" role="status">
      {model.hud.warnings.value.map((warning) => (
        <span key={warning.kind} class="chip chip-warn" data-testid={`warning-${warning.kind}`}>
          <Icon name={ICONS[warning.kind]} />
          {wordsOf(messages, warning)}
        </span>
      ))}
      {model.lobbyLost.value && (
        <span class="chip" data-testid="lobby-lost">
          <Icon name="wifiOff" />
          {messages.match.lobbyLost}
        </span>
      )}
    </div>
  );
}

function wordsOf({ match }: Messages, warning: WarningView): string {
  switch (warning.kind) {
    case 'latency':
      return match.warnLatency(warning.ms);
    case 'jitter':
      return match.warnJitter;
    case 'loss':
      return match.warnLoss(warning.percent);
    default:
      return match.warnSilent;
  }
}
