import type { LinkSignal } from '../../../shared/lobby/signal.ts';
import { PeerLink } from './peer-link.ts';
import type { LinkSetup } from './signalled-link.ts';
import { kindOf, type WayNotes } from './way-notes.ts';

/** [L185] A WebRTC link of which all is noted that says why it did not open. */
export class NotedLink extends PeerLink {
  readonly #notes: WayNotes;

  constructor(setup: LinkSetup, notes: WayNotes) {
    super({
      ...setup,
      onSignal: (payload) => {
        notes.add(`sends ${kindOf(payload)}`);
        setup.onSignal(payload);
      },
      onOpen: () => {
        notes.add('open');
        setup.onOpen();
      },
      onEnd: (end) => {
        notes.add(`ended: ${end}`);
        setup.onEnd(end);
      },
    });
    this.#notes = notes;
    const { connection } = this;
    const { length } = setup.iceServers;
    const kind = setup.initiator ? 'opens' : 'answers';
    notes.add(
      `${kind} a link, ${setup.turnOnly ? 'TURN alone' : 'any way'}, ICE servers: ${length}`,
    );
    connection?.addEventListener('iceconnectionstatechange', () =>
      notes.add(`ICE ${connection.iceConnectionState}`),
    );
    connection?.addEventListener('icegatheringstatechange', () =>
      notes.add(`gathering ${connection.iceGatheringState}`),
    );
    connection?.addEventListener('connectionstatechange', () =>
      notes.add(`connection ${connection.connectionState}`),
    );
    connection?.addEventListener('icecandidateerror', ({ errorCode }) =>
      notes.add(`ICE server error ${errorCode}`),
    );
  }

  override accept(payload: LinkSignal): void {
    this.#notes.add(`gets ${kindOf(payload)}`);
    super.accept(payload);
  }
}
