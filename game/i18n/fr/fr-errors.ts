import type { Messages } from '../en/en.ts';

export const frErrors: Messages['errors'] = {
  'link-failed': {
    title: 'Aucune route vers ton ami',
    text: 'Un pare-feu bloque les connexions directes entre vous. Réessaie, ou change de réseau : les données mobiles marchent souvent.',
  },
  'turn-refused': {
    title: 'Le relais de ce serveur est mal réglé',
    text: 'Il refuse le mot de passe que ce serveur distribue, et sans lui il n’y a pas de route entre vous. Qui gère le serveur peut le réparer.',
  },
  'no-relay': {
    title: 'Aucune route vers ton ami',
    text: 'Un pare-feu bloque les connexions directes entre vous, et qui gère ce serveur a coupé son relais. Change de réseau : les données mobiles marchent souvent.',
  },
  'newer-version': {
    title: 'Une nouvelle version est sortie',
    text: 'Cette page appartient à l’ancienne. Recharge-la pour continuer : ton nom et tes réglages restent.',
  },
  offline: {
    title: 'Pas de connexion',
    text: 'Le serveur ne répond pas. Vérifie ta connexion internet et réessaie.',
  },
  'server-error': {
    title: 'Une partie du jeu n’est pas arrivée',
    text: 'Le serveur répond, mais sans cette partie. Réessaie dans un instant.',
  },
  broken: {
    title: 'Une partie du jeu ne démarre pas',
    text: 'Recharge cette page. Si ça continue, préviens qui gère ce serveur.',
  },
  'room-locked': {
    title: 'Le salon est fermé',
    text: 'Son hôte ne laisse entrer personne de nouveau pour l’instant. Réessaie plus tard ou cherche un autre salon.',
  },
  'bad-password': {
    title: 'Ce salon a un mot de passe',
    text: 'Demande-le à ton ami. Il n’est demandé qu’à l’entrée.',
  },
  'knock-refused': {
    title: 'L’hôte ne t’a pas laissé entrer',
    text: 'Il a dit non, ou n’a pas vu que tu frappais. Réessaie dans une minute ou cherche un autre salon.',
  },
  'bad-code': {
    title: 'Cette adresse ne mène à aucun salon',
    text: 'Un code de salon a six de ces symboles : 23456789 CFGHJMPQRVWX. Vérifie-le, ou colle le lien entier.',
  },
  'no-room': {
    title: 'Ce salon n’existe pas',
    text: 'Le code est peut-être mal tapé, ou tout le monde est parti. Demande un nouveau lien à ton ami, ou crée toi-même un salon.',
  },
  'room-full': {
    title: 'Ce salon est complet',
    text: 'Toutes les places sont prises, celles pour regarder aussi. Réessaie quand quelqu’un sera parti, ou crée toi-même un salon.',
  },
  'version-reload': {
    title: 'Une nouvelle version est sortie',
    text: 'Recharge cette page pour jouer avec ton ami. Ton nom et tes réglages restent.',
  },
  'version-friend': {
    title: 'Ton ami a une version plus ancienne',
    text: 'Demande-lui de recharger la page, puis réessaie.',
  },
  'version-lobby': {
    title: 'Le serveur a une version plus ancienne',
    text: 'Le serveur de ce jeu doit être mis à jour. Demande à qui le gère ; l’entraînement marche en attendant.',
  },
  'no-webrtc': {
    title: 'Ce navigateur ne peut pas se connecter',
    text: 'WebRTC est désactivé dans ce navigateur. Active-le, ou prends un autre navigateur ; l’entraînement marche sans.',
  },
  'lobby-unreachable': {
    title: 'Le lobby est injoignable',
    text: 'Vérifie ta connexion internet et réessaie. L’entraînement marche sans.',
  },
  'lobby-full': {
    title: 'Le serveur est complet',
    text: 'Il ne peut plus accueillir personne, ni de salon. Réessaie dans une minute ; l’entraînement marche en attendant.',
  },
  'lobby-restarts': {
    title: 'Le serveur va redémarrer',
    text: 'Il n’ouvre pas de nouveau salon pour un instant. Réessaie dans une minute ; l’entraînement marche en attendant.',
  },
  'network-full': {
    title: 'Trop de monde sur ton réseau',
    text: 'Ce serveur limite le nombre de personnes et de salons par réseau. Ferme un onglet ou un salon, ou réessaie dans une minute.',
  },
  'host-gone': {
    title: 'L’hôte est parti',
    text: 'Il ne reste personne pour te laisser entrer. Crée un nouveau salon et envoie le nouveau lien.',
  },
  'host-silent': {
    title: 'L’hôte ne répond pas',
    text: 'Son appareil est peut-être en veille ou sans réseau. Réessaie quand il sera de retour.',
  },
  'room-closed': {
    title: 'Ce salon a été fermé',
    text: 'Qui gère ce serveur l’a fermé, et son match s’est arrêté.',
  },
  'room-ended': {
    title: 'Le salon n’existe plus',
    text: 'Pendant ton absence il s’est vidé. Crée un nouveau salon et envoie le nouveau lien.',
  },
  removed: {
    title: 'Tu as été renvoyé du salon',
    text: 'L’hôte ou les autres l’ont décidé. Le code ne marchera de nouveau que si l’hôte le permet.',
  },
  'join-timeout': {
    title: 'L’entrée a pris trop de temps',
    text: 'La connexion est là, mais trop lente pour charger le match. Réessaie dans un instant.',
  },
  'rate-limited': {
    title: 'Ça fait beaucoup d’essais',
    text: 'Attends une minute, puis réessaie.',
  },
  replaced: {
    title: 'Tu joues dans un autre onglet',
    text: 'Tu as ouvert ce salon dans un autre onglet ou une autre fenêtre. Continue là-bas, ou reviens ici.',
  },
  unknown: {
    title: 'Quelque chose a mal tourné',
    text: 'Réessaie. Si ça se répète, recharge la page.',
  },
  'no-webgl': {
    title: 'Le terrain ne peut pas être dessiné',
    text: 'WebGL est désactivé dans ce navigateur. Active l’accélération matérielle dans ses réglages, ou prends un autre navigateur.',
  },
  'no-audio': {
    title: 'Pas de son ici',
    text: 'Ce navigateur ne peut jouer aucun son. Le jeu continue sans.',
  },
  'webgl-lost': {
    title: 'L’image a disparu',
    text: 'L’affichage de cet appareil s’est arrêté. Recharge cette page pour revoir le terrain : dans un salon, ta place est gardée.',
  },
};
