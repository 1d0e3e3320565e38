import type { FromPageScript, PageScript } from '../feed/page-messages.ts';
import type { BeginScript } from '../runner/script-thread.ts';
import { readPageMessage } from './read-page-message.ts';

/** Served with headers that give it an origin of its own. */
const BOX = '/headless/box.html';

export type BoxPorts = {
  /** Of the worker that runs scripts, as one text. */
  readonly code: string;
  /** What the script begins with, at each beginning. */
  readonly script: () => PageScript;
  readonly keep: (change: FromPageScript & { readonly type: 'keep' | 'forget' }) => void;
  /** The page that holds the frame. */
  readonly page: Document;
};

/**
 * Makes what begins a script in a worker of a frame that has an origin of its own: it reaches neither this
 * page nor anything that a browser keeps for this server. All that comes out of it is a message on a port.
 */
export function inBox({ code, script, keep, page }: BoxPorts): BeginScript {
  return ({ hear, onEnd }) => {
    const frame = page.createElement('iframe');
    const { port1, port2 } = new MessageChannel();
    frame.setAttribute('sandbox', 'allow-scripts');
    frame.setAttribute('aria-hidden', 'true');
    frame.tabIndex = -1;
    frame.hidden = true;
    frame.src = BOX;
    port1.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      const message = readPageMessage(data);
      if (message === null) return;
      if (message.type === 'keep' || message.type === 'forget') keep(message);
      else hear(message);
    });
    port1.start();
    let isBegun = false;
    const listen = ({ source, data }: MessageEvent<unknown>): void => {
      if (source === null || source !== frame.contentWindow) return;
      if (data === 'broken') onEnd();
      if (data !== 'ready' || isBegun) return;
      isBegun = true;
      // Its origin has no name that could be asked for.
      frame.contentWindow?.postMessage({ code, script: script() }, '*', [port2]);
    };
    page.defaultView?.addEventListener('message', listen);
    page.body.append(frame);
    return {
      post: (message) => port1.postMessage(message),
      end: () => {
        page.defaultView?.removeEventListener('message', listen);
        port1.close();
        // With its frame a worker ends, whatever it does.
        frame.remove();
        onEnd();
        return Promise.resolve();
      },
    };
  };
}
