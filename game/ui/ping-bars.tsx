import { useMessages } from './ui-context.ts';
import type { PingView } from './view-model.ts';

/** Count and height of the bars carry the grade, so that no colour has to. */
export function PingBars({ ping }: { readonly ping: PingView }) {
  const { match } = useMessages();
  return (
    <span class="ping" role="img" aria-label={match.pingLabel(ping.ms)}>
      <svg class={`ping-bars ping-${ping.bars}`} viewBox="0 0 22 18" aria-hidden="true">
        <rect x="0" y="11" width="6" height="7" rx="1" class={bar(ping.bars, 1)} />
        <rect x="8" y="6" width="6" height="12" rx="1" class={bar(ping.bars, 2)} />
        <rect x="16" y="0" width="6" height="18" rx="1" class={bar(ping.bars, 3)} />
      </svg>
      <span class="ping-ms">{match.ping(ping.ms)}</span>
    </span>
  );
}

function bar(bars: number, index: number): string {
  return index <= bars ? 'ping-on' : 'ping-off';
}
