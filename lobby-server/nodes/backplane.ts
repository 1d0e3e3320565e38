import type { Brand } from '../../shared/base/brand.ts';

/** One process of a lobby that has several, for as long as it runs. Started anew it has another name. */
export type NodeName = Brand<string, 'NodeName'>;

/** The node that keeps a room. */
export type Home = {
  readonly node: NodeName;
  /** False: the node was not heard for `NODE_MS`, or has said goodbye. */
  readonly isAlive: boolean;
};

export type Claim = {
  /** The node that has the name after this step. */
  readonly home: NodeName;
  /** The one that had it before; null for a name that was free. */
  readonly before: NodeName | null;
};

/** A node that was not heard for so long may lose its rooms to others. */
export const NODE_MS = 6000;
/** A node says this often that it is there. */
export const BEAT_MS = 2000;
/** A home is forgotten where its node did not confirm it for so long. */
export const HOME_MS = 90_000;
/** What nodes agreed on is forgotten after this: it was of one day. */
export const AGREED_MS = 2 * 86_400_000;
/** For so long nobody brings back a room that has ended: as long as a ticket is good. */
export const ENDED_MS = 30 * 60_000;

/**
 * [L150] What the nodes of one lobby share: who is there, which node keeps which room, and a way for text
 * from each to each. Names are room codes, and words of our own for what only one node may do. Every call
 * may reject: nothing then is known of what became of it. Adapters pass `backplane.contract.ts`.
 */
export interface Backplane {
  /** False while there is no way to it. */
  readonly isConnected: boolean;
  /** Runs whenever the way is there again, the first time included. */
  onConnected: () => void;

  /** This node is there, for `NODE_MS` from now on. False when nobody knew that any more. */
  beat(node: NodeName): Promise<boolean>;

  /** This node is gone: what it kept may be claimed. */
  leave(node: NodeName): Promise<void>;

  /**
   * Takes a name for this node if it is nobody's, or that of a node which is not alive: one step that nothing
   * can come between.
   *
   * @param roomId of a room that is brought back; one that has ended stays so
   * @param unheard a node that does not listen; counts as gone
   * @returns null for a room that has ended
   */
  claim(
    name: string,
    node: NodeName,
    options?: { readonly roomId?: string; readonly unheard?: NodeName },
  ): Promise<Claim | null>;

  homeOf(name: string): Promise<Home | null>;

  /** Gives up a name that is this node's own. */
  release(name: string, node: NodeName, endedId: string | null): Promise<void>;

  /**
   * Confirms that these names are this node's, and takes those that are nobody's.
   *
   * @returns those that are another's by now
   */
  keep(node: NodeName, names: readonly string[]): Promise<readonly string[]>;

  /** [L36] The text of this name: the one of the node that asked first, for two days. */
  agree(name: string, offered: string): Promise<string>;

  /** Hands text to one node, or to all. @returns how many listen */
  publish(to: NodeName | 'all', text: string): Promise<number>;

  /** From now on hears what is meant for this node, and for all: in the order in which each node sent it. */
  listen(node: NodeName, hear: (text: string) => void): Promise<void>;

  close(): Promise<void>;
}
