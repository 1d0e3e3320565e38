import type { Page } from 'playwright-core';

/** Makes this page's machine one that nobody reaches but over a TURN server. Before it is opened. */
export async function allowRelaysOnly(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.RTCPeerConnection = class extends RTCPeerConnection {
      constructor(configuration?: RTCConfiguration) {
        super({ ...configuration, iceTransportPolicy: 'relay' });
      }
    };
  });
}
