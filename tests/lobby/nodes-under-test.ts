import { KeptTicket } from '../../game/net/lobby/kept-ticket.ts';
import type { LobbyClient } from '../../game/net/lobby/lobby-client.ts';
import type { LobbyServer } from '../../lobby-server/create-lobby-server.ts';
import { type MemoryBackplane, MemoryHub } from '../../lobby-server/nodes/memory-backplane.ts';
import { systemTimers } from '../../lobby-server/timers.ts';
import { LobbyUnderTest, type UnderTest } from './lobby-under-test.ts';

/** Two nodes in this process, and pages that come to either. */
export type TwoNodes = {
  readonly lobby: LobbyUnderTest;
  readonly servers: readonly [LobbyServer, LobbyServer];
  readonly ways: readonly [MemoryBackplane, MemoryBackplane];
  readonly on: (node: 0 | 1, requestMs?: number) => LobbyClient;
};

/** Starts both; `lobby.end` closes them. */
export async function startNodes(options: UnderTest = {}): Promise<TwoNodes> {
  const hub = new MemoryHub(systemTimers);
  const ways = [hub.connect(), hub.connect()] as const;
  const lobby = await LobbyUnderTest.start({ ...options, backplane: ways[0] });
  const other = await lobby.startServer({ ...options, backplane: ways[1] });
  const servers = [lobby.server, other] as const;
  const on = (node: 0 | 1, requestMs = 12_000) => {
    const { url } = servers[node];
    let guest: string | null = null;
    const guests = { load: () => guest, save: (signed: string) => void (guest = signed) };
    const client: LobbyClient = lobby.client({
      url,
      guests,
      requestMs,
      ticket: keptTicket(() => client),
    });
    return client;
  };
  return { lobby, servers, ways, on };
}

/** The newest that each page was given. */
export const tickets = new WeakMap<LobbyClient, string>();

/** Keeps what the lobby gives this page to bring its room back with. */
function keptTicket(give: () => LobbyClient): KeptTicket {
  const kept = new KeptTicket(() => {
    throw new Error('no storage');
  });
  const save = kept.save.bind(kept);
  kept.save = (code, ticket) => {
    tickets.set(give(), ticket);
    save(code, ticket);
  };
  return kept;
}
