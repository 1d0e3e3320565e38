import type { VoiceTexts } from '../../en/late/en-voice.ts';

export const esVoice: VoiceTexts = {
  turnOff: 'Desactivar la voz',
  asking: 'Tu navegador pregunta si esta página puede usar el micrófono.',
  hold: 'Mantén para hablar',
  heard: 'Te oyen',
  closed: 'Micrófono cerrado. Mantén para hablar; un toque lo deja abierto.',
  closedByKey: (key: string) =>
    `Micrófono cerrado. Mantén ${key} para hablar; pulsar este botón lo deja abierto.`,
  opened: 'Micrófono abierto. Pulsa para cerrarlo.',
  how: 'Mantén el botón para hablar. Un toque deja el micrófono abierto hasta el siguiente. Con un mando se habla con el gatillo izquierdo o el botón que elijas.',
  howByKey: (key: string) =>
    `Mantén ${key} o el botón para hablar. Un toque deja el micrófono abierto hasta el siguiente. Con un mando se habla con el gatillo izquierdo o el botón que elijas.`,
  latch: 'Dejar el micrófono abierto',
  nobody: 'Aún nadie más tiene la voz activada.',
  speaking: 'habla',
  states: {
    connecting: 'la voz se conecta',
    open: 'voz activada',
    failed: 'no se halló camino para esta voz',
  },
  volume: (name: string) => `Volumen de ${name}`,
  problems: {
    insecure:
      'Los navegadores solo dan el micrófono a páginas por https. Pide una dirección https a quien lleva este servidor.',
    denied:
      'El micrófono está bloqueado. Permítelo para esta página junto a la dirección o en los ajustes de tu sistema, y prueba otra vez.',
    missing: 'No se encontró ningún micrófono. Conecta uno y prueba otra vez.',
    busy: 'El micrófono no arranca: quizá lo usa otro programa. Ciérralo y prueba otra vez.',
    ended:
      'El micrófono se desconectó o se retiró el permiso. Activa la voz de nuevo cuando vuelva.',
  },
};
