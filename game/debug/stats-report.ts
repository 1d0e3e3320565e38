import { LOBBY_VERSION, SIM_VERSION, WIRE_VERSION } from '../../shared/version.ts';
import type { SessionState } from '../../shared/netplay/session/session-state.ts';
import type { StatsView } from './stats-sampler.ts';

/** What to paste into an issue: versions and numbers, and of persons nothing but their names. */
export function makeReport(view: StatsView, state: SessionState, lagMs: number): string {
  const links = view.links.map(({ peer: _peer, ...link }) => link);
  const session = view.session && { ...view.session, sequencer: view.sequencerName };
  const versions = { sim: SIM_VERSION, wire: WIRE_VERSION, lobby: LOBBY_VERSION };
  return JSON.stringify(
    { game: 'Peerball', versions, state, lagMs, ...view, session, links },
    rounded,
    2,
  );
}

function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value * 100) / 100 : value;
}
