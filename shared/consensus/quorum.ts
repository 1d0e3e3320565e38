import { type Members, countMembers } from './members.ts';

/** The peers that said yes to one question: an election, or a tick that is to become final. */
export type Yes = {
  readonly members: Members;
  /** The witness did: it decides where the members are split in halves. */
  readonly witness: boolean;
  /** Pages that are over: they hold nothing and never say anything again. */
  readonly ended: Members;
  /** Those of them whose last word shows that they took part in nothing that is not known here. */
  readonly parted: Members;
};

/**
 * [C2] The one rule for elections and for what is final: more than half of the configuration, or
 * half of it and the witness, or all of it whose pages are not over; these with the witness as well, unless
 * each page that is over took part in nothing unknown.
 *
 * Any two quorums of a configuration share a member or the witness. The third case needs every
 * member that can still say yes. Those that cannot may have been a quorum with the witness, and have gone on
 * with pages that the configuration does not name: the witness knows it then, or their last word tells it.
 */
export function hasQuorum(configuration: Members, yes: Yes): boolean {
  const voters = configuration & yes.members;
  if (voters === 0) return false;
  const double = countMembers(voters) * 2;
  const all = countMembers(configuration);
  if (double > all || (double === all && yes.witness)) return true;
  const missing = configuration & ~yes.members;
  return (missing & ~yes.ended) === 0 && (yes.witness || (missing & ~yes.parted) === 0);
}
