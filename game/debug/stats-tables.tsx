import type { DebugTexts } from '../i18n/en/late/en-debug.ts';
import type { LinkView, StatsView } from './stats-sampler.ts';

type NumbersProps = { readonly view: StatsView; readonly words: DebugTexts };

/** What this machine does. */
export function Numbers({ view, words }: NumbersProps) {
  const lines: readonly (readonly [string, string])[] = [
    [words.tick, ticksOf(view)],
    ...sessionLines(view, words),
    [words.frame, `${view.frameP50Ms.toFixed(1)} · ${view.frameP95Ms.toFixed(1)}`],
  ];
  return (
    <dl>
      {lines.map(([label, value]) => (
        <Line key={label} label={label} value={value} />
      ))}
    </dl>
  );
}

function Line({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
}

function ticksOf({ tick, session }: StatsView): string {
  const ticks = session ? [tick, session.orderedTick, session.finalTick] : [tick];
  return ticks.join(' · ');
}

function sessionLines(
  { session, maxDepth, resimulatedPerS, sequencerName }: StatsView,
  words: DebugTexts,
): readonly (readonly [string, string])[] {
  if (!session) return [];
  const { counts, checkpoint } = session;
  const desync = session.desyncs.at(-1);
  return [
    [words.delay, `${session.inputDelayTicks} · ${counts.deadlineTicks}`],
    [words.rollback, `${session.rollbackDepth} · ${maxDepth}`],
    [words.resimulated, resimulatedPerS.toFixed(0)],
    [words.eaten, String(counts.eatenInputs)],
    [words.stalls, String(counts.stalledTicks)],
    [words.repairs, `${counts.repairs} · ${counts.retractions}`],
    [words.desync, desync ? `${desync.tick} · ${desync.parts.join(', ') || '?'}` : '–'],
    [words.term, `${session.term} · ${session.isSequencer ? words.you : sequencerName}`],
    [words.hash, checkpoint ? `${checkpoint.tick} · ${hex(checkpoint.hash)}` : '–'],
  ];
}

type LinkTableProps = { readonly links: readonly LinkView[]; readonly words: DebugTexts };

/** How each other peer is heard. */
export function LinkTable({ links, words }: LinkTableProps) {
  if (links.length === 0) return <p>{words.nobody}</p>;
  const heads = [words.rtt, words.jitter, words.loss, words.path, words.up, words.down];
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{words.peer}</th>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {links.map((link) => (
          <tr key={link.peer}>
            <th scope="row">
              <bdi>{link.name}</bdi>
            </th>
            <td>{link.rttMs.toFixed(0)}</td>
            <td>{link.jitterMs.toFixed(0)}</td>
            <td>{(link.loss * 100).toFixed(0)} %</td>
            <td>{link.path ? words.paths[link.path] : '–'}</td>
            <td>{link.upKbit.toFixed(0)}</td>
            <td>{link.downKbit.toFixed(0)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function hex(hash: number): string {
  return (hash >>> 0).toString(16).padStart(8, '0');
}
