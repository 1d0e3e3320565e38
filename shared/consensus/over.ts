import { type Log, isOlderMark, newestMark } from './log.ts';
import { type Members, NO_MEMBERS, includes, only } from './members.ts';
import type { LastWord, PeerState } from './peer-state.ts';
import type { Yes } from './quorum.ts';

/** A page said goodbye, and of the newest configuration that it held. */
export function noteLastWord(self: PeerState, word: LastWord): void {
  self.ended |= only(word.page);
  self.lastWords = [...wordsWithout(self, only(word.page)), word];
}

/** [C16] These numbers belong to pages that are not over. */
export function reopen(self: PeerState, pages: Members): void {
  if ((self.ended & pages) === 0) return;
  self.ended &= ~pages;
  self.lastWords = wordsWithout(self, pages);
}

/** [C2] The pages that are over and held no configuration that is newer than those of this log. */
export function partedFrom({ lastWords }: PeerState, log: Log): Members {
  let parted = NO_MEMBERS;
  for (const { page, mark } of lastWords) {
    if (!isOlderMark(newestMark(log), mark)) parted |= only(page);
  }
  return parted;
}

/** Those who said yes to one question about this log, with what is known of pages that are over. */
export function yesOf(self: PeerState, log: Log, members: Members, witness: boolean): Yes {
  return { members, witness, ended: self.ended, parted: partedFrom(self, log) };
}

function wordsWithout({ lastWords }: PeerState, pages: Members): LastWord[] {
  return lastWords.filter(({ page }) => !includes(pages, page));
}
