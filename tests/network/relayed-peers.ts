import type { UdpProxy } from '../../tools/netlab/udp-proxy.ts';
import type { DrivenPage } from '../page/driven-page.ts';

declare global {
  interface Window {
    moveCandidate(candidate: string): Promise<string | null>;
    moveDescription(sdp: string): Promise<string>;
    __connections?: Set<RTCPeerConnection>;
  }
}

/**
 * Lets a page, not yet opened, hear of others only by ports of the proxy: every candidate that comes
 * out of the signaling is moved there, or left out. Nothing else leads from one browser to the other.
 */
export async function routeThrough(proxy: UdpProxy, page: DrivenPage): Promise<void> {
  await page.lend('moveCandidate', proxy.moveLine);
  await page.lend('moveDescription', (sdp) => proxy.moveSdp(sdp));
  await page.prepare(() => {
    const connections = new Set<RTCPeerConnection>();
    window.__connections = connections;
    const peer = RTCPeerConnection.prototype;
    const addCandidate = peer.addIceCandidate;
    const describe = peer.setRemoteDescription;

    peer.addIceCandidate = async function (given?: RTCIceCandidateInit | null) {
      const moved = given?.candidate ? await window.moveCandidate(given.candidate) : null;
      if (!given || moved === null) return;
      const { sdpMid = null, sdpMLineIndex = null } = given;
      await Reflect.apply(addCandidate, this, [{ candidate: moved, sdpMid, sdpMLineIndex }]);
    };
    peer.setRemoteDescription = async function (given: RTCSessionDescriptionInit) {
      connections.add(this);
      const sdp = await window.moveDescription(given.sdp ?? '');
      await Reflect.apply(describe, this, [{ type: given.type, sdp }]);
    };
  });
}

/** The ports that the browser says it sends to. Their addresses it does not always tell. */
export function remotePorts(page: DrivenPage): Promise<readonly number[]> {
  return page.evaluate(async () => {
    const found: number[] = [];
    for (const connection of window.__connections ?? []) {
      if (connection.connectionState !== 'connected') continue;
      const report = await connection.getStats();
      const entries: Record<string, unknown>[] = [];
      report.forEach((entry: Record<string, unknown>) => entries.push(entry));
      const transport = entries.find(({ type }) => type === 'transport');
      // Chromium names the pair in `transport`, Firefox marks the pair.
      const pair = entries.find(
        ({ type, id, selected }) =>
          type === 'candidate-pair' &&
          (selected === true || id === transport?.['selectedCandidatePairId']),
      );
      const remote = entries.find(({ id }) => id === pair?.['remoteCandidateId']);
      found.push(Number(remote?.['port']));
    }
    return found;
  });
}
