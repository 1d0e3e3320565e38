import type { enPrivacy, enWays } from './en-ways.ts';
import type { Widened } from './widened.ts';

/** [L141] What others learn of one's address. */
export const esPrivacy: Widened<typeof enPrivacy> = {
  privacy: 'Privacidad',
  hideAddress: 'Ocultar mi dirección IP',
  hideAddressHint:
    'Los demás te alcanzan entonces solo por este servidor y su relé, algo más lento, y no se miden los pings a las salas. Vale desde la próxima sala.',
};

/** Where two machines find no way to each other. */
export const esWays: Widened<typeof enWays> = {
  'link-failed': {
    title: 'No hay camino hasta tu amigo',
    text: 'Un cortafuegos bloquea las conexiones directas entre vosotros. Vuelve a intentarlo o prueba otra red: los datos móviles suelen ir bien.',
  },
  'turn-refused': {
    title: 'El relé de este servidor está mal configurado',
    text: 'Rechaza la contraseña que da este servidor, y sin él no hay camino entre vosotros. Puede arreglarlo quien administra el servidor.',
  },
  'no-relay': {
    title: 'No hay camino hasta tu amigo',
    text: 'Un cortafuegos bloquea las conexiones directas entre vosotros y quien lleva este servidor ha desactivado el reenvío. Prueba otra red: los datos móviles suelen ir bien.',
  },
};
