import type { Messages } from '../en/en.ts';

export const ptChat: Messages['chat'] = {
  title: 'Chat',
  empty: 'Ninguém disse nada ainda.',
  field: 'Sua mensagem',
  placeholder: 'Mensagem…',
  send: 'Enviar',
  write: 'Escrever uma mensagem',
  byKeyboard: 'Para escrever, use um teclado ou espere a sala.',
  toAll: 'Para todos',
  toTeam: 'Para meu time',
  team: 'time',
  toYou: 'para você',
  keys: 'Enter envia, Tab muda quem lê, Esc fecha',
  quickTitle: 'Chat rápido',
  quick: ['Passa!', 'Chuta!', 'Defende', 'Minha', 'Boa!', 'Desculpa', 'Bom jogo', 'Valeu'],
  emotes: {
    like: 'gostou',
    wow: 'se espanta',
    angry: 'está com raiva',
    cool: 'está de boa',
    laugh: 'ri',
    cry: 'chora',
    love: 'adorou',
    sleepy: 'está com sono',
  },
  says: (name, text) => `${name}: ${text}`,
  mute: (name) => `Silenciar ${name}`,
  unmute: (name) => `Ouvir ${name} de novo`,
  refusals: {
    nobody: 'Ninguém pode ouvir você ainda.',
    empty: 'Não há nada para enviar.',
    'too-fast': 'Calma: espere alguns segundos.',
    'no-team': 'Só quem joga tem time.',
  },
  choice: 'O que os outros dizem',
  choices: { on: 'Tudo', quick: 'Só chat rápido', off: 'Nada' },
};

export const ptText: Messages['text'] = {
  empty: 'Digite algo que se possa ver.',
  'too-long': (max) => `Longo demais: no máximo ${max} caracteres.`,
  'too-big': 'Grande demais: tire alguma coisa.',
  marks: 'Acentos demais em uma letra.',
  direction: 'Caracteres ocultos mudam a direção da escrita: digite de novo.',
};
