import { LOBBY_VERSION, SIM_VERSION, WIRE_VERSION } from '../../../shared/version.ts';

export type WayFacts = {
  readonly browser: string;
  /** Only TURN was tried. */
  readonly hidesAddress: boolean;
  readonly tries: number;
  readonly turnServers: number;
  readonly mayRelay: boolean;
  readonly lines: readonly string[];
};

/** [L185] What was tried to reach a room, to be pasted into a message to whoever can mend it: no address, code or name. */
export function makeWayReport(facts: WayFacts): string {
  const { browser, hidesAddress, tries, turnServers, mayRelay, lines } = facts;
  return [
    'Peerball: no way into a room',
    `versions: simulation ${SIM_VERSION}, wire ${WIRE_VERSION}, lobby ${LOBBY_VERSION}`,
    `browser: ${browser}`,
    `tries: ${tries}, own address hidden: ${yesOrNo(hidesAddress)}`,
    `TURN servers: ${turnServers}, lobby relays: ${yesOrNo(mayRelay)}`,
    ...lines,
  ].join('\n');
}

function yesOrNo(is: boolean): string {
  return is ? 'yes' : 'no';
}
