import type { PageWords } from './en.ts';

/** French. */
export const fr: PageWords = {
  title: 'Lancer un script de salon',
  intro:
    'Un script tourne dans cet onglet et dirige un salon tant que l’onglet reste ouvert. Il n’atteint aucune autre page, ni rien de ce que ton navigateur garde pour ce serveur.',
  process:
    'Les scripts qui ont besoin de fichiers ou de paquets tournent comme programme : npm run room.',
  script: 'Code du script',
  hint: 'Colle un script, dépose un fichier ici ou choisis-en un.',
  choose: 'Choisir un fichier',
  run: 'Lancer',
  stop: 'Arrêter',
  state: {
    idle: 'Aucun script ne tourne.',
    starting: 'Le script démarre…',
    running: 'Le script tourne.',
    lost: 'Une partie de cette page n’est pas arrivée. Vérifie ta connexion et relance le script.',
  },
  unreadable: 'Ce fichier ne peut pas être lu comme texte.',
  link: 'Lien vers le salon',
  noLink: 'Le lien apparaît ici dès que le script a ouvert son salon.',
  copy: 'Copier le lien',
  copied: 'Copié.',
  notCopied: 'Copier n’est pas permis ici : sélectionne le lien et copie-le toi-même.',
  console: 'Journal',
  noLines: 'Rien pour l’instant.',
  clear: 'Vider le journal',
  warn: 'Avertissement',
  error: 'Erreur',
};
