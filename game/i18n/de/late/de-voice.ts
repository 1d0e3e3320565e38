import type { VoiceTexts } from '../../en/late/en-voice.ts';

export const deVoice: VoiceTexts = {
  turnOff: 'Stimme ausschalten',
  asking: 'Dein Browser fragt, ob diese Seite das Mikrofon benutzen darf.',
  hold: 'Halten und sprechen',
  heard: 'Du wirst gehört',
  closed: 'Mikrofon zu. Halte zum Sprechen; ein Tippen lässt es offen.',
  closedByKey: (key: string) =>
    `Mikrofon zu. Halte ${key} zum Sprechen; ein Druck auf diesen Knopf lässt es offen.`,
  opened: 'Mikrofon offen. Drücke, um es zu schließen.',
  how: 'Halte den Knopf zum Sprechen. Ein Tippen lässt das Mikrofon bis zum nächsten offen. Mit einem Gamepad sprichst du über den linken Trigger oder den Knopf deiner Wahl.',
  howByKey: (key: string) =>
    `Halte ${key} oder den Knopf zum Sprechen. Ein Tippen lässt das Mikrofon bis zum nächsten offen. Mit einem Gamepad sprichst du über den linken Trigger oder den Knopf deiner Wahl.`,
  latch: 'Mikrofon offen lassen',
  nobody: 'Noch hat niemand sonst die Stimme an.',
  speaking: 'spricht',
  states: {
    connecting: 'Stimme wird verbunden',
    open: 'Stimme ist an',
    failed: 'kein Weg für diese Stimme gefunden',
  },
  volume: (name: string) => `Lautstärke von ${name}`,
  problems: {
    insecure:
      'Browser geben ein Mikrofon nur Seiten über https. Frag, wer diesen Server betreibt, nach einer https-Adresse.',
    denied:
      'Das Mikrofon ist gesperrt. Erlaube es für diese Seite neben der Adresse oder in den Einstellungen deines Systems und versuche es noch einmal.',
    missing: 'Kein Mikrofon gefunden. Schließ eines an und versuche es noch einmal.',
    busy: 'Das Mikrofon startet nicht: Vielleicht benutzt es ein anderes Programm. Schließ es und versuche es noch einmal.',
    ended:
      'Das Mikrofon wurde abgezogen oder gesperrt. Schalte die Stimme wieder ein, wenn es da ist.',
  },
};
