import type { Messages } from '../en/en.ts';

export const frChat: Messages['chat'] = {
  title: 'Chat',
  empty: 'Personne n’a encore rien dit.',
  field: 'Ton message',
  placeholder: 'Message…',
  send: 'Envoyer',
  write: 'Écrire un message',
  byKeyboard: 'Pour écrire, prends un clavier ou attends le salon.',
  toAll: 'À tous',
  toTeam: 'À mon équipe',
  team: 'équipe',
  toYou: 'pour toi',
  keys: 'Entrée envoie, Tab change qui lit, Échap ferme',
  quickTitle: 'Chat rapide',
  quick: ['Passe !', 'Tire !', 'Défends', 'J’ai !', 'Joli !', 'Désolé', 'Bien joué', 'Merci'],
  emotes: {
    like: 'aime bien',
    wow: 'n’en revient pas',
    angry: 'est en colère',
    cool: 'est cool',
    laugh: 'rit',
    cry: 'pleure',
    love: 'adore',
    sleepy: 'a sommeil',
  },
  says: (name, text) => `${name} : ${text}`,
  mute: (name) => `Ne plus entendre ${name}`,
  unmute: (name) => `Réentendre ${name}`,
  refusals: {
    nobody: 'Personne ne peut encore t’entendre.',
    empty: 'Il n’y a rien à envoyer.',
    'too-fast': 'Doucement : attends quelques secondes.',
    'no-team': 'Seuls les joueurs ont une équipe.',
  },
  choice: 'Ce que disent les autres',
  choices: { on: 'Tout', quick: 'Chat rapide seulement', off: 'Rien' },
};

export const frText: Messages['text'] = {
  empty: 'Écris quelque chose de visible.',
  'too-long': (max) => `Trop long : ${max} caractères au plus.`,
  'too-big': 'Trop gros : enlève quelque chose.',
  marks: 'Trop de signes sur une lettre.',
  direction: 'Des caractères cachés changent le sens d’écriture : retape-le.',
};
