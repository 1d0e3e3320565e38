import type { Panel } from '../../shared/netplay/panel/panel.ts';
import { PanelDesk } from '../../shared/netplay/panel/panel-desk.ts';
import { makePanelLane } from '../../shared/netplay/panel/panel-lane.ts';
import type { PeerSession } from '../../shared/netplay/peer-session.ts';
import type { Asked, Told } from '../feed/room-feed.ts';

/** What a script asks of the panels of its room. */
export type AskedPanel = Extract<Asked, { readonly type: 'panel' | 'commonPanel' }>;

/**
 * Between a script and the panels on the pages of its room. That of all lasts when the room has to be made anew;
 * those of single members go with them.
 */
export class ScriptPanels {
  readonly #tell: (told: Told) => void;
  #desk = new PanelDesk();
  #forAll: Panel | null = null;

  constructor(tell: (told: Told) => void) {
    this.#tell = tell;
  }

  ask(asked: AskedPanel): void {
    if (asked.type === 'commonPanel') return this.#desk.forgetOwn(asked.member);
    if (asked.to === null) this.#forAll = asked.panel;
    this.#desk.set(asked.panel, asked.to);
  }

  /** The script begins anew, and what it showed goes. */
  clear(): void {
    this.#forAll = null;
    this.#desk.clear();
  }

  /** Every tick. */
  follow(session: PeerSession): void {
    if (session.panel.lane === null) this.#move(session);
    for (const { member, button } of this.#desk.takePresses()) {
      this.#tell({ type: 'press', member, button });
    }
  }

  /** Into a room that is new to this script, or made anew. */
  #move(session: PeerSession): void {
    this.#desk = new PanelDesk();
    this.#desk.set(this.#forAll, null);
    session.panel.bring(makePanelLane);
    session.panel.lane!.keeper = this.#desk;
  }
}
