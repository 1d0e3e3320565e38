import type { Online } from '../room/online.ts';
import { PublicRoomsScreen } from '../../ui/list/public-rooms-screen.tsx';
import type { ReportProps } from '../../ui/model/public-rooms-model.ts';
import { NotedLink } from '../../net/link/noted-link.ts';
import { TriesOn } from '../../ui/list/tries-on.tsx';
import { WayTrouble } from '../../ui/list/way-trouble.tsx';
import { KnockList } from '../../ui/room/knock-list.tsx';
import { Report } from '../../ui/room/report.tsx';
import { RoomSettings } from '../../ui/room/room-settings.tsx';
import { AccessDesk } from '../list/access-desk.ts';
import { ListDesk } from '../list/list-desk.ts';
import { ReportDesk } from '../list/report-desk.ts';
import { TroubleDesk } from '../list/trouble-desk.ts';
import type { PublicRooms, PublicRoomsPorts } from '../list/public-rooms.ts';

/** Makes what looks for rooms and opens them to strangers, once: it goes on with the page. */
export function createPublicRooms(
  { lobby, hasWebRtc }: Online,
  ports: PublicRoomsPorts,
): PublicRooms {
  const list = new ListDesk({ ...ports, lobby: lobby.line, hasWebRtc });
  const access = new AccessDesk({ ...ports, lobby });
  const reports = new ReportDesk({ lobby, access: access.access });
  const trouble = new TroubleDesk({
    lobby,
    line: lobby.line,
    timers: ports.timers,
    notedLinks: (notes) => (setup) => new NotedLink(setup, notes),
    passOf: (code) => ({ key: ports.keyOf(code) }),
    enter: (code) => {
      ports.onKnock();
      ports.enter(code, 'play', null);
    },
    browser: navigator.userAgent,
  });
  const parts = {
    PublicRooms: () => <PublicRoomsScreen view={list} />,
    RoomSettings: () => <RoomSettings view={access} />,
    Knocks: () => (
      <>
        <KnockList view={access} />
        <TriesOn view={trouble} />
      </>
    ),
    Trouble: () => <WayTrouble view={trouble} />,
    Report: (props: ReportProps) => <Report view={reports} {...props} />,
  };
  return { list, access, parts };
}
