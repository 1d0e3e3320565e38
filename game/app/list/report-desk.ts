import { type ReadonlySignal, signal } from '@preact/signals';
import type { PeerId } from '../../../shared/base/peer-id.ts';
import type { RoomCode } from '../../../shared/lobby/ids.ts';
import type { ReportReason } from '../../../shared/lobby/person-report.ts';
import type { AccessNews } from '../../../shared/lobby/room-access.ts';
import type { JoinedRoom } from '../../../shared/lobby/room.ts';
import type { PublicChannel } from '../../net/lobby/public-channel.ts';
import type { ReportProblem, ReportView } from '../../ui/model/public-rooms-model.ts';
import { errorOfLobby } from '../room/error-codes.ts';

export type ReportDeskPorts = {
  readonly lobby: { readonly line: Pick<PublicChannel, 'ask'>; readonly joined: JoinedRoom | null };
  /** Of the room that this page is in; null outside of rooms. */
  readonly access: ReadonlySignal<AccessNews | null>;
};

/** [L169] What this person says of others to the one who runs the server. */
export class ReportDesk implements ReportView {
  readonly isOffered = signal(false);
  readonly reported = signal<ReadonlySet<PeerId>>(new Set());
  readonly #ports: ReportDeskPorts;
  #code: RoomCode | null = null;

  constructor(ports: ReportDeskPorts) {
    this.#ports = ports;
    ports.access.subscribe((access) => this.#follow(access));
  }

  readonly report = async (peer: PeerId, why: ReportReason): Promise<ReportProblem | null> => {
    const code = this.#code;
    if (code === null) return 'unknown';
    const answer = await this.#ports.lobby.line.ask('room:report', { code, peer, why });
    if (!answer.ok)
      return answer.error.code === 'NO_PEER' ? 'left' : (errorOfLobby(answer.error) ?? 'unknown');
    if (code === this.#code) this.reported.value = new Set([...this.reported.value, peer]);
    return null;
  };

  #follow(access: AccessNews | null): void {
    if (access === null || access.code !== this.#code) {
      this.#code = access?.code ?? null;
      this.isOffered.value = false;
      this.reported.value = new Set();
    }
    // A room that was public stays one that strangers came into, whatever its host makes of it then.
    if (access?.access.visibility === 'public' || (access && this.#ports.lobby.joined?.room.quick))
      this.isOffered.value = true;
  }
}
