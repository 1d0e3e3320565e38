import type { VoiceTexts } from '../../en/late/en-voice.ts';

export const frVoice: VoiceTexts = {
  turnOff: 'Couper la voix',
  asking: 'Ton navigateur demande si cette page peut utiliser le micro.',
  hold: 'Maintiens pour parler',
  heard: 'On t’entend',
  closed: 'Micro fermé. Maintiens pour parler ; un appui court le laisse ouvert.',
  closedByKey: (key: string) =>
    `Micro fermé. Maintiens ${key} pour parler ; un appui sur ce bouton le laisse ouvert.`,
  opened: 'Micro ouvert. Appuie pour le fermer.',
  how: 'Maintiens le bouton pour parler. Un appui court laisse le micro ouvert jusqu’au suivant. Avec une manette, on parle avec la gâchette gauche ou le bouton de ton choix.',
  howByKey: (key: string) =>
    `Maintiens ${key} ou le bouton pour parler. Un appui court laisse le micro ouvert jusqu’au suivant. Avec une manette, on parle avec la gâchette gauche ou le bouton de ton choix.`,
  latch: 'Laisser le micro ouvert',
  nobody: 'Personne d’autre n’a encore activé la voix.',
  speaking: 'parle',
  states: {
    connecting: 'la voix se connecte',
    open: 'voix activée',
    failed: 'aucun chemin trouvé pour cette voix',
  },
  volume: (name: string) => `Volume de ${name}`,
  problems: {
    insecure:
      'Les navigateurs ne donnent le micro qu’aux pages en https. Demande une adresse https à la personne qui gère ce serveur.',
    denied:
      'Le micro est bloqué. Autorise-le pour cette page à côté de l’adresse ou dans les réglages de ton système, puis réessaie.',
    missing: 'Aucun micro trouvé. Branche-en un et réessaie.',
    busy: 'Le micro ne démarre pas : un autre programme l’utilise peut-être. Ferme-le et réessaie.',
    ended: 'Le micro a été débranché ou repris. Active de nouveau la voix quand il est là.',
  },
};
