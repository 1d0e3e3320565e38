import type { Mark, Tail } from './log.ts';
import type { Members, PageNumber } from './members.ts';
import type { LastWord } from './peer-state.ts';

/** What a sequencer tells of its log; the rows of the ticks travel beside it. */
export type Append = {
  readonly type: 'append';
  readonly term: number;
  readonly from: number;
  readonly end: number;
  /** First tick behind all that was told: not before `end`, but a stadium may be missing to play the rest. */
  readonly toldEnd: number;
  readonly commit: number;
  readonly marks: readonly Mark[];
  /** The life of the witness that the sequencer knows of: an answer proves that it came after. */
  readonly life: number;
};

/** How far a peer holds what the sequencer of this term ordered. */
export type Ack = {
  readonly type: 'ack';
  readonly term: number;
  /** -1: it needs a world. */
  readonly end: number;
  readonly life: number;
};

/** A world of final ticks, with its configuration; its last tick is of the mark's term. */
export type WorldMessage = {
  readonly type: 'world';
  readonly term: number;
  readonly end: number;
  readonly mark: Mark;
};

/** A peer that would be a candidate of the next term says what it holds, to learn who would vote. */
export type Ask = {
  readonly type: 'ask';
  readonly term: number;
  readonly commit: number;
  /** Of the last final configuration: a log of another lineage cannot go on here. */
  readonly finalTerm: number;
};

/** I would vote for you after this term. */
export type Would = { readonly type: 'would'; readonly term: number };

/** A candidate of this term. */
export type Elect = {
  readonly type: 'elect';
  readonly term: number;
  readonly commit: number;
  readonly finalTerm: number;
  /**
   * Null: the sender stands, since no sequencer is heard. Else the sequencer hands its term over to this
   * page, and either of the two says so: a peer that hears its sequencer votes all the same.
   */
  readonly heir: PageNumber | null;
};

/** A vote brings what the voter holds, so that nothing that was ordered is lost. */
export type Vote = { readonly type: 'vote'; readonly term: number; readonly tail: Tail };

/**
 * TimeoutNow: begin your election in this term; the vote of the old sequencer is in it, and its last
 * append, so that the heir holds all that was ordered whatever was lost.
 */
export type Handover = {
  readonly type: 'handover';
  readonly term: number;
  readonly append: Append;
};

/** The answer to anything of an older term. */
export type Stale = { readonly type: 'stale'; readonly term: number };

export type PeerMessage =
  | Append
  | Ack
  | WorldMessage
  | Ask
  | Would
  | Elect
  | Vote
  | Handover
  | Stale;

/** What the witness is asked. `from` is whose socket it came over, not what it says. */
export type WitnessRequest =
  /** Would you vote for me after this term? */
  | { readonly type: 'ask'; readonly from: PageNumber; readonly term: number; readonly mark: Mark }
  | {
      readonly type: 'elect';
      readonly from: PageNumber;
      readonly term: number;
      readonly mark: Mark;
    }
  /** I am the sequencer of this term, and this is the configuration. */
  | {
      readonly type: 'sync';
      readonly from: PageNumber;
      readonly term: number;
      readonly mark: Mark;
      /** The witness' life in which a majority of the members said that they follow me; or none. */
      readonly settledLife: number;
    }
  /** No other peer can be reached and patience is at its end. */
  | { readonly type: 'unclean'; readonly from: PageNumber; readonly term: number };

export type WitnessAnswer =
  | { readonly type: 'would'; readonly term: number }
  | { readonly type: 'granted'; readonly term: number }
  | { readonly type: 'synced'; readonly term: number; readonly at: number }
  | { readonly type: 'unclean'; readonly term: number }
  | {
      readonly type: 'refused';
      readonly term: number;
      readonly reason: WitnessRefusal;
      /** The newer configuration, where that is why. */
      readonly mark?: Mark;
    };

export type WitnessRefusal =
  /** A newer term is known. */
  | 'older-term'
  /** The vote of this term is somebody else's. */
  | 'voted'
  /** It went on without somebody under a newer configuration. */
  | 'older-configuration'
  /** It lost its memory, and no sequencer with a majority has told it since. */
  | 'no-memory'
  /** The sequencer is heard here. */
  | 'sequencer-heard';

/** What may be told to a peer. */
export type ConsensusEvent =
  | { readonly type: 'time' }
  | { readonly type: 'message'; readonly from: PageNumber; readonly message: PeerMessage }
  | { readonly type: 'witness'; readonly answer: WitnessAnswer }
  /** The lobby is connected in this life of the witness, or not at all. */
  | { readonly type: 'witness-life'; readonly life: number }
  /** The sequencer ordered the ticks before this one. */
  | { readonly type: 'ordered'; readonly end: number }
  /** The sequencer shall feed this peer, and make it a member once it keeps up. */
  | { readonly type: 'join'; readonly page: PageNumber }
  /** These pages are over, by the word of the lobby or of others. */
  | { readonly type: 'ended'; readonly pages: Members }
  /** A page is over by its own goodbye. */
  | { readonly type: 'parted'; readonly word: LastWord }
  /** A page that was just opened was given this number. */
  | { readonly type: 'begun'; readonly page: PageNumber }
  /** How long the sequencer, and whom it hears, are silent now and then on slow ways, in ms. */
  | { readonly type: 'patience'; readonly gapMs: number }
  /** [C23] The sequencer of this term is not to be heard any more. */
  | { readonly type: 'distrust' }
  /** The page slept until now. */
  | { readonly type: 'woke' }
  /** A quorum of members is heard again, where none was. */
  | { readonly type: 'met' }
  | { readonly type: 'transfer'; readonly to: PageNumber }
  /** [C20] This sequencer stands anew, in a term behind this one: a member is there alone. */
  | { readonly type: 'renew'; readonly above: number }
  | { readonly type: 'hidden'; readonly isHidden: boolean }
  /** Rows before this tick are no longer here. */
  | { readonly type: 'base'; readonly base: number };

/** What a peer has to do. */
export type Decision =
  | { readonly type: 'send'; readonly to: Members; readonly message: PeerMessage }
  | { readonly type: 'ask-witness'; readonly request: WitnessRequest }
  /** Order a tick, at once, that carries this configuration. */
  | { readonly type: 'order'; readonly mark: Mark }
  /** The rows that came along with this peer's message replace those from `from` on. */
  | {
      readonly type: 'take-rows';
      readonly of: PageNumber;
      readonly from: number;
      readonly end: number;
    }
  /** Another peer says that it is the sequencer of the same term: one of the two is broken, or lies. */
  | { readonly type: 'rival'; readonly page: PageNumber; readonly term: number }
  /** [C15] This peer goes on although what is final elsewhere may be lost. */
  | { readonly type: 'unclean'; readonly term: number }
  /** [C15] What was final here may be void: the world of an unclean sequencer's lineage replaces it. */
  | { readonly type: 'retracted' };
