import type { PeerId } from '../../../shared/base/peer-id.ts';
import type { LinkSignal } from '../../../shared/lobby/signal.ts';
import type { Link } from '../../../shared/netplay/link/link.ts';
import type { PathStats } from './link-path.ts';
import type { MoveChannel } from './moved-channel.ts';
import type { Timers } from '../../time/timers.ts';

export type LinkEnd =
  /** By this side. */
  | 'closed'
  /** The other side closed it, or its page is gone. */
  | 'remote-closed'
  /** No way to the other side was found in time. */
  | 'timeout'
  /** WebRTC gave up: no way, or the way there was broke. */
  | 'failed';

/** A link that comes about through signals. */
export interface SignalledLink extends Link {
  readonly end: LinkEnd | null;
  accept(payload: LinkSignal): void;
  /** The way the datagrams take, and how long it is; null while there is none. */
  lookUpPath(): Promise<PathStats | null>;
  /** From now on nothing is held back for what still waits: this is goodbye, there is no later. */
  hurry(): void;
}

export type LinkSetup = {
  readonly remote: PeerId;
  /** Exactly one of the two sides makes the offer. */
  readonly initiator: boolean;
  /** Only over TURN: nothing else is even tried. */
  readonly turnOnly: boolean;
  readonly iceServers: RTCIceServer[];
  readonly timers: Timers;
  readonly onSignal: (payload: LinkSignal) => void;
  readonly onOpen: () => void;
  /** Once, at the end, whoever caused it. */
  readonly onEnd: (end: LinkEnd) => void;
  /** The TURN server answered that the password is wrong (401). */
  readonly onTurnRefused?: () => void;
  /** Takes the game's channel to where the session runs; absent: that is this page. */
  readonly moveChannel?: MoveChannel;
};

export type MakeLink = (setup: LinkSetup) => SignalledLink;
