import { Icon } from './icon.tsx';
import { useMessages } from '../model/ui-context.ts';
import type { NamedPing, PingView } from '../model/view-model.ts';

type PingBarsProps = {
  readonly ping: PingView;
  /** When this one stands for all of these. */
  readonly all?: readonly NamedPing[];
};

/** Count and height of the bars carry the grade, so that no colour has to. */
export function PingBars({ ping, all = [] }: PingBarsProps) {
  const { match } = useMessages();
  const { path } = ping;
  const label = path === null ? match.pingLabel(ping.ms) : match.pathLabel[path](ping.ms);
  const each = all.map(
    (one) => `${one.name}: ${match.ping(one.ms)}${one.path ? `, ${match.paths[one.path]}` : ''}`,
  );
  return (
    <span
      class="ping"
      role="img"
      aria-label={label}
      title={each.length > 0 ? each.join('\n') : label}
      data-path={path ?? ''}
    >
      {path !== null && path !== 'direct' && (
        <span class="ping-path">
          <Icon name={path === 'lobby' ? 'server' : 'waypoints'} />
          <span class="ping-path-name">{match.paths[path]}</span>
        </span>
      )}
      <svg class={`ping-bars ping-${ping.bars}`} viewBox="0 0 22 18" aria-hidden="true">
        <rect x="0" y="11" width="6" height="7" rx="1" class={bar(ping.bars, 1)} />
        <rect x="8" y="6" width="6" height="12" rx="1" class={bar(ping.bars, 2)} />
        <rect x="16" y="0" width="6" height="18" rx="1" class={bar(ping.bars, 3)} />
      </svg>
      <span class="ping-ms" translate={false}>
        {match.ping(ping.ms)}
      </span>
    </span>
  );
}

function bar(bars: number, index: number): string {
  return index <= bars ? 'ping-on' : 'ping-off';
}
