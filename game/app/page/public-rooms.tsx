import type { Online } from '../room/online.ts';
import { PublicRoomsScreen } from '../../ui/list/public-rooms-screen.tsx';
import type { ReportProps } from '../../ui/model/public-rooms-model.ts';
import { KnockList } from '../../ui/room/knock-list.tsx';
import { Report } from '../../ui/room/report.tsx';
import { RoomSettings } from '../../ui/room/room-settings.tsx';
import { AccessDesk } from '../list/access-desk.ts';
import { ListDesk } from '../list/list-desk.ts';
import { ReportDesk } from '../list/report-desk.ts';
import type { PublicRooms, PublicRoomsPorts } from '../list/public-rooms.ts';

/** Makes what looks for rooms and opens them to strangers, once: it goes on with the page. */
export function createPublicRooms(
  { lobby, hasWebRtc }: Online,
  ports: PublicRoomsPorts,
): PublicRooms {
  const list = new ListDesk({ ...ports, lobby: lobby.line, hasWebRtc });
  const access = new AccessDesk({ ...ports, lobby });
  const reports = new ReportDesk({ lobby, access: access.access });
  const parts = {
    PublicRooms: () => <PublicRoomsScreen view={list} />,
    RoomSettings: () => <RoomSettings view={access} />,
    Knocks: () => <KnockList view={access} />,
    Report: (props: ReportProps) => <Report view={reports} {...props} />,
  };
  return { list, access, parts };
}
