/** The part of an Engine.IO socket that tells of each packet before Socket.IO reads it. */
export type PacketSocket = {
  on(
    event: 'packet',
    run: (packet: { readonly type: string; readonly data?: unknown }) => void,
  ): void;
  once(event: 'close', run: () => void): void;
  /** With `discard` at once: what came with the packet in question is not read any more. */
  close(discard: boolean): void;
};

/** How Socket.IO's packets begin. */
const CONNECT = '0';
const CONNECT_ELSEWHERE = '0/';

/**
 * [L58] Ends a connection that asks for a second socket, or for one in another namespace. Socket.IO
 * would make as many as are asked for, and none of our limits counts them.
 */
export function allowOneConnect(socket: PacketSocket, onRefused: () => void): void {
  let isAsked = false;
  socket.on('packet', ({ type, data }) => {
    if (type !== 'message' || typeof data !== 'string' || !data.startsWith(CONNECT)) return;
    if (isAsked || data.startsWith(CONNECT_ELSEWHERE)) {
      onRefused();
      socket.close(true);
    }
    isAsked = true;
  });
}
