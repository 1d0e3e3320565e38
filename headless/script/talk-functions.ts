import {
  ANNOUNCEMENT_SOUNDS,
  ANNOUNCEMENT_STYLES,
  type AnnouncementSound,
  type AnnouncementStyle,
} from '../../shared/wire/announcement.ts';
import { readColor, readWhole } from './read-values.ts';
import type { ScriptRoom } from './script-room.ts';

/** Lines of chat of the script itself, and announcements. */
export function talkFunctions(room: ScriptRoom): Pick<RoomObject, 'sendChat' | 'sendAnnouncement'> {
  return {
    sendChat(msg, targetId) {
      const text = String(msg);
      if (isForAll(targetId)) return room.ask({ type: 'say', text });
      const to = room.memberOf(targetId)?.id;
      if (to === undefined) return;
      room.ask({ type: 'announce', text, to, color: null, style: 'normal', sound: 'chat' });
    },

    sendAnnouncement(msg, targetId, color, style, sound) {
      const to = isForAll(targetId) ? null : room.memberOf(targetId)?.id;
      if (to === undefined) return;
      room.ask({
        type: 'announce',
        text: String(msg),
        to,
        color: readColor(color),
        style: readStyle(style),
        sound: readSound(sound),
      });
    },
  };
}

function isForAll(target: unknown): boolean {
  return target === null || target === undefined;
}

function readStyle(style: unknown): AnnouncementStyle {
  return ANNOUNCEMENT_STYLES.find((known) => known === style) ?? 'normal';
}

function readSound(sound: unknown): AnnouncementSound {
  const read = sound === undefined ? null : readWhole(sound, 0, ANNOUNCEMENT_SOUNDS.length - 1);
  return read === null ? 'chat' : ANNOUNCEMENT_SOUNDS[read]!;
}
