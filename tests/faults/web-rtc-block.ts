import type { CDPSession, Page } from 'playwright-core';

/** Chromium asks for some delay, or it changes nothing of WebRTC. */
const LATENCY_MS = 1;

/**
 * A network that WebRTC cannot cross, from before the first connection on and as long as wanted:
 * every one of its packets is lost, both ways. Nothing else is touched, so the lobby is reached.
 */
export class WebRtcBlock {
  readonly #session: CDPSession;

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async on(page: Page): Promise<WebRtcBlock> {
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    const block = new WebRtcBlock(session);
    await block.set(true);
    return block;
  }

  async set(isBlocked: boolean): Promise<void> {
    await this.#session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: LATENCY_MS,
      downloadThroughput: -1,
      uploadThroughput: -1,
      packetLoss: isBlocked ? 100 : 0,
    });
  }
}
