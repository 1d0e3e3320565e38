import type { Messages } from '../en/en.ts';
import { pluralsOf } from '../plural.ts';

const plural = pluralsOf('fr');

export const frRoom: Messages['room'] = {
  title: 'Salon',
  code: 'Code du salon',
  copyLink: 'Copier le lien',
  copied: 'Copié ✓',
  holdToShow: 'Maintenir pour voir le code',
  copyFailedHidden: 'Le navigateur n’a pas copié le lien. Maintiens le code pour le lire.',
  copyFailed: 'La copie est bloquée ici : sélectionne le lien et copie-le.',
  share: 'Partager…',
  shareText: 'Joue à Peerball avec moi :',
  qr: 'Code QR',
  qrHint: (code) => `Scanne pour entrer dans le salon ${code}`,
  linkLabel: 'Lien d’invitation',
  invite: 'Envoie le lien ou le code à ton ami. Qui l’ouvre est dedans.',
  host: 'hôte',
  playHere: 'Jouer ici',
  toBench: 'Regarder du banc',
  manage: (name) => `Gérer ${name}`,
  remove: 'Retirer…',
  removeTitle: (name) => `Retirer ${name} ?`,
  removeText: 'Cette personne quitte le salon aussitôt. Le code ne la ramène pas.',
  removeConfirm: 'Retirer',
  isFull: (places) =>
    `Le salon est complet : les ${places} places sont prises, celles pour regarder aussi.`,
  freePlace: 'Place libre',
  emptyBench: 'Personne ne regarde.',
  ready: 'prêt',
  notReady: 'pas prêt',
  away: 'se reconnecte',
  imReady: 'Je suis prêt',
  imReadyOn: 'Prêt ✓',
  startNow: 'Commencer',
  starting: 'Tout le monde est prêt : c’est parti…',
  waitingForFriend: 'On attend ton ami…',
  waitingForReady: 'On attend que tous soient prêts.',
  waitingForHost: 'L’hôte lance le match.',
  needBothTeams: 'Il faut un joueur par équipe.',
  joinedAnnounce: (name) => `${name} est là.`,
  leftAnnounce: (name) => `${name} a quitté le salon.`,
  leave: 'Quitter le salon',
  access: 'Qui peut entrer',
  rules: 'Règles',
  timeLimit: 'Limite de temps',
  goalLimit: 'Limite de buts',
  presetQuick: 'Rapide',
  presetFirst: 'En 3 buts',
  presetLong: 'Long',
  minutes: (count) => (count === 0 ? 'sans limite de temps' : `${count} min`),
  goals: (count) =>
    count === 0
      ? 'sans limite de buts'
      : plural(count, { one: `en ${count} but`, other: `en ${count} buts` }),
};

export const frMaps: Messages['maps'] = {
  title: 'Carte',
  choose: 'Choisir une carte',
  builtIn: 'Cartes que tout le monde a',
  own: 'Tes cartes',
  names: {
    small: 'Petit',
    classic: 'Classique',
    big: 'Grand',
    huge: 'Immense',
    rounded: 'Arrondi',
    rink: 'Patinoire',
  },
  size: (width, height) => `${width} × ${height}`,
  discs: (count) =>
    plural(count, {
      one: `${count} disque en plus du ballon`,
      other: `${count} disques en plus du ballon`,
    }),
  ownColours: 'Carte dans ses propres couleurs',
  remove: (name) => `Supprimer ${name}`,
  load: 'Charger une carte…',
  loadHint:
    'Un fichier .hbs ou .json. Tu peux aussi le déposer sur cette page, ou coller son texte.',
  take: 'Jouer sur cette carte',
  takeHint: 'Tout le salon la reçoit de toi. Elle est gardée dans ce navigateur.',
  back: 'Retour aux cartes',
  refused: (name) =>
    name === '' ? 'On ne peut pas jouer sur cette carte.' : `On ne peut pas jouer sur ${name}.`,
  sending: (name, percent) => `Envoi de la carte à ${name} : ${percent} %`,
  receiving: (percent) => `Chargement de la carte : ${percent} %`,
  full: 'Plus de place pour des cartes. Supprimes-en une pour en garder une autre.',
  blocked: 'Ce navigateur ne garde pas de cartes : elles disparaissent quand tu pars.',
};

export const frPractice: Messages['practice'] = {
  title: 'Entraînement',
  size: 'Équipes',
  sizes: (players) => (players === 0 ? 'Exercice' : `${players}v${players}`),
  drill: 'Bouger, tirer, marquer : trois étapes, seul avec le ballon. Puis un bot arrive.',
  level: 'Bots',
  levels: {
    rookie: 'Débutant',
    regular: 'Normal',
    pro: 'Pro',
    ace: 'As',
    match: 'À mon niveau',
  },
  start: 'Commencer',
};
