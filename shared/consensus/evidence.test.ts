import { describe, expect, test } from 'vitest';
import { type Hearing, Evidence, type OwnLinks } from './evidence.ts';
import type { PeerMessage } from './messages.ts';
import { type PeerState, startPeer } from './peer-state.ts';
import { FIRST_TERM, TERM_MAX, nextTerm, uncleanTerm } from './term-state.ts';

const NOW_MS = 100_000;
const NEXT_TERM = nextTerm(FIRST_TERM);
const FIVE = 0b11111;

/** Page 4 of five, which heard its sequencer, page 0, so many ms ago. */
function follower(heardAgoMs: number, members = FIVE): PeerState {
  const heardMs = NOW_MS - heardAgoMs;
  return {
    ...startPeer(4, heardMs),
    terms: { term: FIRST_TERM, votedFor: 0, sequencer: 0 },
    log: { base: 0, commit: 10, end: 10, marks: [{ at: 0, term: FIRST_TERM, members }] },
    agreed: 10,
  };
}

/** Links over which these pages are heard now, of all. */
function links(heard: number, pages = FIVE, named = -1): OwnLinks {
  return { pages, named, heardAtMs: (page) => (heard & (1 << page) ? NOW_MS : 0) };
}

function append(term = NEXT_TERM): PeerMessage {
  return { type: 'append', term, from: 10, end: 10, toldEnd: 10, commit: 10, marks: [], life: 0 };
}

function stands(term: number, heir: number | null = null): PeerMessage {
  return { type: 'elect', term, commit: 10, finalTerm: FIRST_TERM, heir };
}

/** What becomes of a message of page 1, when these pages vouch for it in its term. */
function judge(state: PeerState, message: PeerMessage, vouchers: number, heard = FIVE): Hearing {
  const evidence = new Evidence();
  for (let page = 0; page < 5; page++) {
    if (vouchers & (1 << page)) evidence.note(page, message.term, 1);
  }
  return evidence.admit(state, 1, message, links(heard), NOW_MS);
}

describe('[C18] a page that says to be the sequencer of a later term', () => {
  test.each([
    ['nobody else says so', 0, 'unproven'],
    ['one of five says so', 0b00100, 'unproven'],
    ['two of five voted for it, which is itself the third', 0b01100, 'admitted'],
    ['it vouches for itself', 0b00010, 'unproven'],
    ['a page outside of the configuration says so', 0b100100, 'unproven'],
  ])('while the sequencer is heard and %s', (_, vouchers, admission) => {
    expect(judge(follower(50), append(), vouchers)).toBe(admission);
  });

  test('needs one voice less where no sequencer is heard: this peer would vote itself', () => {
    expect(judge(follower(900), append(), 0b00100)).toBe('admitted');
    expect(judge(follower(900), append(), 0)).toBe('unproven');
  });

  test('is judged by those who are heard, once it has said so for a while', () => {
    const evidence = new Evidence();
    const state = follower(900);
    const few = links(0b10010);
    expect(evidence.admit(state, 1, append(), few, NOW_MS - 400)).toBe('unproven');
    expect(evidence.admit(state, 1, append(), few, NOW_MS)).toBe('admitted');
  });

  test('is believed after five seconds without any, whatever the others say', () => {
    expect(judge(follower(5_000), append(), 0)).toBe('admitted');
  });

  test('of half of the members the word of the witness decides', () => {
    const evidence = new Evidence();
    const state = follower(50, 0b11011);
    evidence.note(3, NEXT_TERM, 1);
    expect(evidence.admit(state, 1, append(), links(FIVE), NOW_MS)).toBe('unproven');
    expect(evidence.admit(state, 1, append(), links(FIVE, FIVE, 0), NOW_MS)).toBe('unproven');
    expect(evidence.admit(state, 1, append(), links(FIVE, FIVE, 1), NOW_MS)).toBe('admitted');
  });

  test('of a newcomer everybody is asked who is heard', () => {
    const evidence = new Evidence();
    const newcomer = startPeer(4, NOW_MS);
    const all = links(0b00111, 0b00111);
    expect(evidence.admit(newcomer, 1, append(), all, NOW_MS)).toBe('unproven');
    evidence.note(1, NEXT_TERM, 1);
    evidence.note(0, FIRST_TERM, 0);
    evidence.note(2, FIRST_TERM, 0);
    expect(evidence.admit(newcomer, 1, append(), all, NOW_MS)).toBe('unproven');
    expect(evidence.admit(newcomer, 0, append(FIRST_TERM), all, NOW_MS)).toBe('admitted');
  });
});

describe('[C19] a term', () => {
  test.each([
    ['does not rise while the sequencer is heard', 50, stands(NEXT_TERM), 'dropped'],
    ['rises by one where it is not', 900, stands(NEXT_TERM), 'admitted'],
    ['does not rise by two', 900, stands(nextTerm(NEXT_TERM)), 'dropped'],
    ['rises by the word that it has risen', 900, { type: 'stale', term: NEXT_TERM }, 'admitted'],
    ['does not rise by an answer', 900, { type: 'would', term: NEXT_TERM }, 'dropped'],
    ['has an end', 9_000, append(TERM_MAX + 1), 'dropped'],
  ] as const)('%s', (_, heardAgoMs, message, admission) => {
    expect(judge(follower(heardAgoMs), message, 0)).toBe(admission);
  });

  test('does not rise for a page outside of the configuration', () => {
    expect(judge(follower(900, 0b11101), stands(NEXT_TERM), 0)).toBe('dropped');
  });

  test('rises by more where most of those who are heard are there', () => {
    const term = nextTerm(NEXT_TERM);
    expect(judge(follower(900), { type: 'stale', term }, 0b00110, 0b00110)).toBe('admitted');
  });

  test('rises by more once most of those who are heard said that they are there, each of itself', () => {
    const evidence = new Evidence();
    const stale: PeerMessage = { type: 'stale', term: nextTerm(NEXT_TERM) };
    const hear = (from: number) => evidence.admit(follower(900), from, stale, links(FIVE), NOW_MS);
    expect([1, 2, 2, 2].map(hear)).toEqual(['dropped', 'dropped', 'dropped', 'dropped']);
    expect(hear(3)).toBe('admitted');
  });

  test('[C12] goes to an heir by the word of the sequencer alone', () => {
    const evidence = new Evidence();
    const state = follower(50);
    const elect = stands(NEXT_TERM, 1);
    evidence.note(2, NEXT_TERM, 1);
    expect(evidence.admit(state, 1, elect, links(FIVE), NOW_MS)).toBe('dropped');
    evidence.note(0, NEXT_TERM, 1);
    expect(evidence.admit(state, 1, elect, links(FIVE), NOW_MS)).toBe('admitted');
    const word = stands(NEXT_TERM, 3);
    expect(evidence.admit(state, 0, word, links(FIVE), NOW_MS)).toBe('admitted');
    expect(evidence.admit(state, 2, word, links(FIVE), NOW_MS)).toBe('dropped');
  });
});

test('[C20] a member that is in a later term for a while makes its sequencer stand anew, and not soon again', () => {
  const evidence = new Evidence();
  const sequencer: PeerState = { ...follower(0), page: 0, heardMs: NOW_MS + 10_000 };
  sequencer.role = {
    state: 'sequencer',
    progress: [],
    witnessEnd: 0,
    witnessMs: 0,
    toldMs: 0,
    toldAt: -1,
    transferTo: -1,
    transferMs: 0,
  };
  const renewals: number[] = [];
  for (let ms = NOW_MS; ms < NOW_MS + 7_000; ms += 50) {
    evidence.admit(sequencer, 1, { type: 'stale', term: NEXT_TERM }, links(FIVE), ms);
    if (evidence.takeRenewal(ms)) renewals.push(ms - NOW_MS);
  }
  expect(renewals).toEqual([600, 3_850]);
});

describe('[C24] a sequencer of a part that went on alone hears another one', () => {
  /** Page 4 in a lineage of its own, with these followers. */
  function alone(followers: number) {
    const term = uncleanTerm(FIRST_TERM, 4);
    const state: PeerState = {
      ...follower(0, 0b10000),
      terms: { term, votedFor: 4, sequencer: 4 },
      role: { state: 'sequencer' } as PeerState['role'],
    };
    const evidence = new Evidence();
    for (let page = 0; page < 4; page++) {
      if (followers & (1 << page)) evidence.note(page, term, 4);
    }
    /** What page 1 gets that claims a term of this lineage for a while, with these who follow it. */
    const hear = (lineage: number, vouchers: number, forMs = 300, named = -1): Hearing => {
      const claimed = uncleanTerm(term, lineage);
      for (let page = 0; page < 4; page++) {
        if (vouchers & (1 << page)) evidence.note(page, claimed, 1);
      }
      const all: OwnLinks = { pages: FIVE, named, heardAtMs: () => NOW_MS };
      evidence.admit(state, 1, append(claimed), all, NOW_MS);
      return evidence.admit(state, 1, append(claimed), all, NOW_MS + forMs);
    };
    return hear;
  }

  test('it gives way to a clean one that the witness knows, however few follow that', () => {
    const clean = FIRST_TERM % 32;
    expect(alone(0b1101)(clean, 0)).toBe('unproven');
    expect(alone(0b1101)(clean, 0, 300, 1)).toBe('admitted');
  });

  test('it gives way to one whom more pages follow, once that has been so for a while', () => {
    expect(alone(0)(6, 0b1000)).toBe('admitted');
    expect(alone(0)(6, 0b1000, 200)).toBe('unproven');
    expect(alone(0b0100)(6, 0b1001)).toBe('admitted');
  });

  test('it gives way to none whom fewer follow, whatever that one says of itself', () => {
    expect(alone(0b0100)(1, 0b0010)).toBe('unproven');
    expect(alone(0b0101)(1, 0b1000)).toBe('unproven');
  });

  test('where as many follow, the lineage of the lower page goes on, and the clean one before all', () => {
    expect(alone(0)(1, 0)).toBe('admitted');
    expect(alone(0)(6, 0)).toBe('unproven');
    expect(alone(0b0100)(31, 0b1000)).toBe('admitted');
  });
});
