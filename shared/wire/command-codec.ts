import { MEMBER_NUMBERS } from '../base/room-limits.ts';
import type { Command, RoomRequest } from '../room/command.ts';
import { type Codec, flag, list, optional, struct, variants } from './codec.ts';
import {
  arrangement,
  badge,
  botLevel,
  fullTerm,
  kickLimit,
  kit,
  matchRules,
  memberId,
  memberName,
  pageNumbers,
  peerId,
  stadiumId,
  team,
  teamCount,
} from './fields.ts';

const requestFields = {
  team: { member: memberId, team },
  ready: { ready: flag },
  start: {},
  stop: {},
  pause: { paused: flag },
  rules: { rules: matchRules },
  stadium: { stadium: stadiumId },
  leave: { member: memberId },
  host: { member: memberId },
  bot: { team, level: botLevel },
  level: { member: memberId, level: botLevel },
  here: {},
  auto: { size: teamCount },
  wait: { waiting: flag },
  arrange: { how: arrangement },
  vote: { against: optional(memberId), yes: flag },
  coHost: { member: memberId, coHost: flag },
  badge: { member: memberId, text: optional(badge) },
  kit: { team, kit: optional(kit) },
  order: { members: list(memberId, MEMBER_NUMBERS), toTop: flag },
  lock: { locked: flag },
  kickRate: { limit: kickLimit },
  script: { filters: flag },
};

/** Of requests and commands, which share their tags. */
const TAG_BITS = 5;

/** What a member asks the sequencer for. The order of the list is the tag. */
export const roomRequest: Codec<RoomRequest> = variants(TAG_BITS, {
  team: struct(requestFields.team),
  ready: struct(requestFields.ready),
  start: struct(requestFields.start),
  stop: struct(requestFields.stop),
  pause: struct(requestFields.pause),
  rules: struct(requestFields.rules),
  stadium: struct(requestFields.stadium),
  leave: struct(requestFields.leave),
  host: struct(requestFields.host),
  bot: struct(requestFields.bot),
  level: struct(requestFields.level),
  here: struct(requestFields.here),
  auto: struct(requestFields.auto),
  wait: struct(requestFields.wait),
  arrange: struct(requestFields.arrange),
  vote: struct(requestFields.vote),
  coHost: struct(requestFields.coHost),
  badge: struct(requestFields.badge),
  kit: struct(requestFields.kit),
  order: struct(requestFields.order),
  lock: struct(requestFields.lock),
  kickRate: struct(requestFields.kickRate),
  script: struct(requestFields.script),
});

const by = { by: memberId };

/** A command of the timeline: requests first, with the same tags, then the sequencer's own. */
export const command: Codec<Command> = variants(TAG_BITS, {
  team: struct({ ...by, ...requestFields.team }),
  ready: struct({ ...by, ...requestFields.ready }),
  start: struct({ ...by, ...requestFields.start }),
  stop: struct({ ...by, ...requestFields.stop }),
  pause: struct({ ...by, ...requestFields.pause }),
  rules: struct({ ...by, ...requestFields.rules }),
  stadium: struct({ ...by, ...requestFields.stadium }),
  leave: struct({ ...by, ...requestFields.leave }),
  host: struct({ ...by, ...requestFields.host }),
  bot: struct({ ...by, member: memberId, ...requestFields.bot }),
  level: struct({ ...by, ...requestFields.level }),
  here: struct({ ...by, ...requestFields.here }),
  auto: struct({ ...by, ...requestFields.auto }),
  wait: struct({ ...by, ...requestFields.wait }),
  arrange: struct({ ...by, ...requestFields.arrange }),
  vote: struct({ ...by, ...requestFields.vote }),
  coHost: struct({ ...by, ...requestFields.coHost }),
  badge: struct({ ...by, ...requestFields.badge }),
  kit: struct({ ...by, ...requestFields.kit }),
  order: struct({ ...by, ...requestFields.order }),
  lock: struct({ ...by, ...requestFields.lock }),
  kickRate: struct({ ...by, ...requestFields.kickRate }),
  script: struct({ ...by, ...requestFields.script }),
  join: struct({ ...by, member: memberId, peer: peerId, name: memberName }),
  absent: struct({ ...by, member: memberId, absent: flag }),
  mark: struct({ ...by, member: memberId, term: fullTerm, pages: pageNumbers }),
  coming: struct({ ...by, stadium: optional(stadiumId) }),
});
