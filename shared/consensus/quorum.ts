import { type Members, countMembers } from './members.ts';

/** The peers that said yes to one question: an election, or a tick that is to become final. */
export type Yes = {
  readonly members: Members;
  /** The witness did: it decides where the members are split in halves. */
  readonly witness: boolean;
  /** Pages that are over: they hold nothing and never say anything again. */
  readonly ended: Members;
};

/**
 * [C2] The one rule for elections and for what is final: more than half of the configuration, or
 * half of it and the witness, or all of it whose pages are not over.
 *
 * Any two quorums of a configuration share a member or the witness. The third case needs every
 * member that can still say yes, so it meets any other.
 */
export function hasQuorum(configuration: Members, yes: Yes): boolean {
  const voters = configuration & yes.members;
  if (voters === 0) return false;
  const double = countMembers(voters) * 2;
  const all = countMembers(configuration);
  if (double > all || (double === all && yes.witness)) return true;
  return (configuration & ~yes.members & ~yes.ended) === 0;
}
