import type { Messages } from '../en/en.ts';
import { pluralsOf } from '../plural.ts';

const plural = pluralsOf('fr');

export const frHome: Messages['home'] = {
  tagline: 'Du ballon en arène entre amis, directement dans le navigateur.',
  nickLabel: 'Ton nom',
  newNick: 'Un autre nom',
  badge: 'Ce que porte ton disque',
  makeRoom: 'Jouer avec un ami',
  makeRoomHint: 'crée un salon, envoie le lien',
  codeLabel: 'Rejoindre avec un code',
  codePlaceholder: 'code ou lien',
  join: 'Rejoindre',
  replays: 'Replays',
  publicRooms: 'Salons publics',
  publicRoomsHint: 'trouve avec qui jouer',
  password: 'Mot de passe',
  practice: 'S’entraîner seul',
  practiceHint: 'avec des bots, marche hors ligne',
  practiceChoice: 'Choisir la carte, les équipes et le niveau',
  attract: (keys) => `Appuie sur ${keys} : tu joues tout de suite.`,
  attractTouch: 'Touche le terrain : tu joues tout de suite.',
  promises: 'Sans compte · sans pub · sans pistage · les joueurs voient l’adresse IP des autres',
  notNow: 'Pas maintenant',
  invited: (code) => `Tu es invité dans le salon ${code}.`,
  invitedBy: (name) => `${name} t’invite.`,
  room: 'Salon',
  here: 'Présents',
  playing: 'Match',
  rejoin: (sun, wave) => `Reprendre le match ${sun}–${wave}`,
  rejoinLeft: (time) => `ta place est gardée, encore ${time}`,
};

export const frJoining: Messages['joining'] = {
  title: (code) => `Entrée dans le salon ${code}`,
  making: 'Création de ton salon',
  lobby: 'Connexion au lobby',
  knock: 'On demande à l’hôte de t’ouvrir',
  host: 'L’hôte s’est absenté un instant. Tu entres dès son retour.',
  back: 'Tu es parti longtemps. Retour dans le salon…',
  route: 'Recherche d’une route directe vers ton ami',
  hello: 'On se dit bonjour',
  snapshot: 'Chargement du match',
  stadium: 'Chargement de la carte',
  slow: 'C’est plus long que d’habitude. Certains réseaux demandent quelques secondes de plus.',
};

export const frQuick: Messages['quick'] = {
  play: 'Jouer',
  playHint: 'match rapide avec d’autres',
  joining: 'En route vers le terrain…',
  searching: (count) =>
    plural(count, { one: `${count} personne cherche`, other: `${count} personnes cherchent` }),
  playing: (count) => `${count} en jeu`,
  next: (seconds) => `Prochain match dans ${seconds} s`,
};

export const frLoad: Messages['load'] = {
  newer:
    'Une nouvelle version est sortie. Recharge pour l’avoir : ton nom et tes réglages restent.',
  newerInRoom:
    'Une nouvelle version est sortie. Recharge quand tu veux : tu reviens dans ce salon.',
  newerLeaves:
    'Une nouvelle version est sortie. Recharger te fait quitter ce salon, où plus personne ne peut entrer.',
  missing: {
    game: 'Il manque le jeu lui-même.',
    pitch: 'Il manque le terrain.',
    language: 'Il manque les textes dans cette langue.',
    gamepad: 'Il manque les menus pour la manette.',
    settings: 'Il manque les réglages.',
    practice: 'Il manque les choix d’entraînement.',
    badge: 'Le choix pour ton disque manque.',
    replays: 'Il manque les replays.',
    beside: 'Il manque une partie du salon.',
    stats: 'Il manque les statistiques.',
    sounds: 'Il manque les sons.',
    qr: 'Il manque le code QR.',
  },
};
