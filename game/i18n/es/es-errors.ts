import type { Messages } from '../en/en.ts';

export const esErrors: Messages['errors'] = {
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
  'newer-version': {
    title: 'Hay una versión más nueva',
    text: 'Esta página es de la anterior. Recárgala para seguir: tu nombre y tus ajustes se conservan.',
  },
  offline: {
    title: 'Sin conexión',
    text: 'El servidor no responde. Revisa tu conexión a internet e inténtalo de nuevo.',
  },
  'server-error': {
    title: 'Una parte del juego no ha llegado',
    text: 'El servidor responde, pero no con esta parte. Inténtalo de nuevo dentro de un momento.',
  },
  broken: {
    title: 'Una parte del juego no arranca',
    text: 'Recarga esta página. Si sigue pasando, avisa a quien lleva este servidor.',
  },
  'room-locked': {
    title: 'La sala está cerrada',
    text: 'Ahora mismo el anfitrión no deja entrar a nadie más. Inténtalo más tarde o busca otra sala.',
  },
  'bad-password': {
    title: 'Esta sala tiene contraseña',
    text: 'Pídesela a tu amigo. Solo hace falta al entrar.',
  },
  'knock-refused': {
    title: 'El anfitrión no te ha dejado entrar',
    text: 'Ha dicho que no, o no ha visto que llamabas. Inténtalo en un minuto o busca otra sala.',
  },
  'bad-code': {
    title: 'Esta dirección no lleva a ninguna sala',
    text: 'Un código de sala tiene seis de estos símbolos: 23456789 CFGHJMPQRVWX. Revísalo o pega el enlace entero.',
  },
  'no-room': {
    title: 'Esa sala no existe',
    text: 'Puede que el código esté mal escrito o que todos se hayan ido. Pide otro enlace a tu amigo o crea una sala.',
  },
  'room-full': {
    title: 'La sala está llena',
    text: 'Todos los lugares están ocupados, también los de mirar. Prueba de nuevo cuando alguien salga, o crea tu propia sala.',
  },
  'version-reload': {
    title: 'Hay una versión nueva',
    text: 'Recarga esta página para jugar con tu amigo. Tu nombre y tus ajustes se conservan.',
  },
  'version-friend': {
    title: 'Tu amigo tiene una versión antigua',
    text: 'Pide a tu amigo que recargue la página y vuelve a intentarlo.',
  },
  'version-lobby': {
    title: 'El servidor tiene una versión antigua',
    text: 'Hay que actualizar el servidor de este juego. Pregunta a quien lo lleva; mientras tanto puedes practicar.',
  },
  'no-webrtc': {
    title: 'Este navegador no puede conectarse',
    text: 'WebRTC está desactivado en este navegador. Actívalo o usa otro navegador; la práctica funciona sin él.',
  },
  'lobby-unreachable': {
    title: 'No se llega al vestíbulo',
    text: 'Revisa tu conexión a internet y vuelve a intentarlo. La práctica funciona sin ella.',
  },
  'lobby-full': {
    title: 'El servidor está lleno',
    text: 'Ahora no le caben más personas ni salas. Inténtalo de nuevo en un minuto; mientras tanto puedes practicar.',
  },
  'lobby-restarts': {
    title: 'El servidor va a reiniciarse',
    text: 'Por un momento no abre salas nuevas. Inténtalo de nuevo en un minuto; mientras tanto puedes practicar.',
  },
  'network-full': {
    title: 'Demasiados desde tu red',
    text: 'Este servidor limita cuántas personas y salas puede tener una red. Cierra una pestaña o una sala, o inténtalo de nuevo en un minuto.',
  },
  'host-gone': {
    title: 'El anfitrión se ha ido',
    text: 'No queda nadie que te deje entrar. Crea una sala nueva y envía el nuevo enlace.',
  },
  'host-silent': {
    title: 'El anfitrión no responde',
    text: 'Puede que su dispositivo duerma o no tenga red. Inténtalo de nuevo cuando vuelva.',
  },
  'room-closed': {
    title: 'Esta sala se cerró',
    text: 'Quien administra este servidor la cerró, y el partido terminó.',
  },
  'room-ended': {
    title: 'La sala ha terminado',
    text: 'Mientras no estabas, no quedó nadie en ella. Crea una sala nueva y envía el nuevo enlace.',
  },
  removed: {
    title: 'Te han sacado de la sala',
    text: 'Lo decidieron el anfitrión o los demás. El código solo vuelve a servir si el anfitrión lo permite.',
  },
  'join-timeout': {
    title: 'Entrar ha tardado demasiado',
    text: 'Hay conexión, pero es muy lenta para cargar el partido. Vuelve a intentarlo en un momento.',
  },
  'rate-limited': {
    title: 'Demasiados intentos',
    text: 'Espera un minuto y vuelve a intentarlo.',
  },
  replaced: {
    title: 'Estás jugando en otra pestaña',
    text: 'Abriste esta sala en otra pestaña o ventana. Sigue allí o vuelve a entrar aquí.',
  },
  unknown: {
    title: 'Algo ha fallado',
    text: 'Vuelve a intentarlo. Si sigue pasando, recarga la página.',
  },
  'no-webgl': {
    title: 'No se puede dibujar el campo',
    text: 'Este navegador tiene WebGL desactivado. Activa la aceleración por hardware o usa otro navegador.',
  },
  'no-audio': {
    title: 'Aquí no hay sonido',
    text: 'Este navegador no puede reproducirlos. El juego sigue sin ellos.',
  },
  'webgl-lost': {
    title: 'La imagen se ha ido',
    text: 'Los gráficos de este dispositivo se han parado. Recarga la página para volver a ver el campo: en una sala se te guarda el sitio.',
  },
};
