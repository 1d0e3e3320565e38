import { cleanText } from '../../base/clean-text.ts';
import type { RoomRequest } from '../../room/command.ts';
import { toDiscValues } from '../../room/disc-values.ts';
import { areKit } from '../../room/kit.ts';
import { BADGE_BYTES_MAX, BADGE_GRAPHEMES_MAX, isBadge } from '../../room/looks.ts';
import { areKickLimit, areRules } from '../../room/limits.ts';

const BADGE_LIMITS = { graphemes: BADGE_GRAPHEMES_MAX, bytes: BADGE_BYTES_MAX } as const;

/**
 * A request as it can travel, and as everybody shall have it: texts through the gate, numbers of discs with
 * 32 bits. Null when it asks for what can never be, so that nothing of it reaches a codec.
 */
export function fitRequest(request: RoomRequest): RoomRequest | null {
  switch (request.type) {
    case 'badge': {
      const text = request.text === null ? null : fitBadge(request.text);
      return request.text !== null && text === null ? null : { ...request, text };
    }
    case 'disc':
    case 'playerDisc': {
      const values = toDiscValues(request.values);
      return values && { ...request, values };
    }
    case 'kit':
      return request.kit === null || areKit(request.kit) ? request : null;
    case 'kickRate':
      return areKickLimit(request.limit) ? request : null;
    case 'rules':
      return areRules(request.rules) ? request : null;
    default:
      return request;
  }
}

/** [R35] A badge as everybody shall see it; null: the gate for text does not let it pass. */
export function fitBadge(text: string): string | null {
  const checked = cleanText(text, BADGE_LIMITS);
  return checked.ok && isBadge(checked.value) ? checked.value : null;
}
