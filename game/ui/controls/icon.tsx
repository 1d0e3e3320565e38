import arrowRight from 'lucide-static/icons/arrow-right.svg?raw';
import bot from 'lucide-static/icons/bot.svg?raw';
import check from 'lucide-static/icons/check.svg?raw';
import copy from 'lucide-static/icons/copy.svg?raw';
import download from 'lucide-static/icons/download.svg?raw';
import crown from 'lucide-static/icons/crown.svg?raw';
import dice from 'lucide-static/icons/dices.svg?raw';
import eye from 'lucide-static/icons/eye.svg?raw';
import file from 'lucide-static/icons/file-up.svg?raw';
import gauge from 'lucide-static/icons/gauge.svg?raw';
import hourglass from 'lucide-static/icons/hourglass.svg?raw';
import image from 'lucide-static/icons/image.svg?raw';
import leave from 'lucide-static/icons/log-out.svg?raw';
import loader from 'lucide-static/icons/loader-circle.svg?raw';
import map from 'lucide-static/icons/map.svg?raw';
import maximize from 'lucide-static/icons/maximize.svg?raw';
import menu from 'lucide-static/icons/menu.svg?raw';
import message from 'lucide-static/icons/message-circle-more.svg?raw';
import packageX from 'lucide-static/icons/package-x.svg?raw';
import play from 'lucide-static/icons/play.svg?raw';
import qr from 'lucide-static/icons/qr-code.svg?raw';
import rematch from 'lucide-static/icons/rotate-ccw.svg?raw';
import send from 'lucide-static/icons/send-horizontal.svg?raw';
import server from 'lucide-static/icons/server.svg?raw';
import settings from 'lucide-static/icons/settings.svg?raw';
import share from 'lucide-static/icons/share-2.svg?raw';
import sparkles from 'lucide-static/icons/sparkles.svg?raw';
import trash from 'lucide-static/icons/trash-2.svg?raw';
import volume from 'lucide-static/icons/volume-2.svg?raw';
import volumeOff from 'lucide-static/icons/volume-x.svg?raw';
import warning from 'lucide-static/icons/triangle-alert.svg?raw';
import userX from 'lucide-static/icons/user-x.svg?raw';
import users from 'lucide-static/icons/users.svg?raw';
import waypoints from 'lucide-static/icons/waypoints.svg?raw';
import waves from 'lucide-static/icons/activity.svg?raw';
import wifiOff from 'lucide-static/icons/wifi-off.svg?raw';
import close from 'lucide-static/icons/x.svg?raw';

const ICONS = {
  arrowRight,
  bot,
  check,
  close,
  copy,
  crown,
  dice,
  download,
  eye,
  file,
  gauge,
  hourglass,
  image,
  leave,
  loader,
  map,
  maximize,
  menu,
  message,
  packageX,
  play,
  qr,
  rematch,
  send,
  server,
  settings,
  share,
  sparkles,
  trash,
  userX,
  users,
  volume,
  volumeOff,
  warning,
  waves,
  waypoints,
  wifiOff,
} as const;

export type IconName = keyof typeof ICONS;

/** Decoration beside a word, never instead of one: hidden from screen readers. */
export function Icon({ name, spin = false }: { readonly name: IconName; readonly spin?: boolean }) {
  return (
    <span
      class={spin ? 'icon icon-spin' : 'icon'}
      aria-hidden="true"
      // Markup of a package that is bundled, never of a stranger.
      dangerouslySetInnerHTML={{ __html: ICONS[name] }}
    />
  );
}
