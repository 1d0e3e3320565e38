import type { ChatLine, RoomChat } from '../../shared/netplay/chat/chat.ts';
import type { SessionState } from '../../shared/netplay/session/session-state.ts';
import type { RoomWishes } from '../../shared/netplay/wishes.ts';

const NO_LINES: readonly ChatLine[] = [];
const STATE: SessionState = { state: 'live', isMoving: false };
const CHAT: RoomChat = { say: () => 'nobody', sayQuick: () => 'nobody', take: () => NO_LINES };
const WISHES: RoomWishes = { open: [], takeMissed: () => [] };
const NO_REPORTS: readonly never[] = [];

/** What a session says of others where there are none. */
export const NOBODY_ELSE = { state: STATE, chat: CHAT, wishes: WISHES, reports: NO_REPORTS };
