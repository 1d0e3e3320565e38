import type { Messages } from '../en/en.ts';
import { pluralsOf } from '../plural.ts';

const plural = pluralsOf('pt-BR');

export const ptRoom: Messages['room'] = {
  title: 'Sala',
  code: 'Código da sala',
  copyLink: 'Copiar link',
  copied: 'Copiado ✓',
  holdToShow: 'Segure para ver o código',
  copyFailedHidden: 'O navegador não copiou o link. Segure o código para ler.',
  copyFailed: 'Aqui não dá para copiar: selecione o link e copie.',
  share: 'Compartilhar…',
  shareText: 'Jogue Peerball comigo:',
  qr: 'Código QR',
  qrHint: (code) => `Escaneie para entrar na sala ${code}`,
  linkLabel: 'Link de convite',
  invite: 'Mande o link ou o código ao seu amigo. Quem abrir está dentro.',
  host: 'anfitrião',
  playHere: 'Jogar aqui',
  toBench: 'Assistir do banco',
  manage: (name) => `Gerenciar ${name}`,
  remove: 'Remover…',
  removeTitle: (name) => `Remover ${name}?`,
  removeText: 'A pessoa sai da sala na hora. O código não a traz de volta.',
  removeConfirm: 'Remover',
  isFull: (places) =>
    `A sala está cheia: todos os ${places} lugares estão ocupados, também os de quem assiste.`,
  freePlace: 'Lugar livre',
  emptyBench: 'Ninguém está assistindo.',
  ready: 'pronto',
  notReady: 'não está pronto',
  away: 'reconectando',
  imReady: 'Estou pronto',
  imReadyOn: 'Pronto ✓',
  startNow: 'Começar agora',
  starting: 'Todos prontos: vai começar…',
  waitingForFriend: 'Esperando seu amigo…',
  waitingForReady: 'Esperando todos ficarem prontos.',
  waitingForHost: 'O anfitrião começa a partida.',
  needBothTeams: 'Cada time precisa de um jogador.',
  joinedAnnounce: (name) => `${name} entrou.`,
  leftAnnounce: (name) => `${name} saiu.`,
  leave: 'Sair da sala',
  access: 'Quem pode entrar',
  rules: 'Regras',
  timeLimit: 'Limite de tempo',
  goalLimit: 'Limite de gols',
  presetQuick: 'Rápida',
  presetFirst: 'Até 3',
  presetLong: 'Longa',
  minutes: (count) => (count === 0 ? 'sem limite de tempo' : `${count} min`),
  goals: (count) =>
    count === 0
      ? 'sem limite de gols'
      : plural(count, { one: `até ${count} gol`, other: `até ${count} gols` }),
};

export const ptMaps: Messages['maps'] = {
  title: 'Mapa',
  choose: 'Escolher um mapa',
  builtIn: 'Mapas que todos têm',
  own: 'Seus mapas',
  names: {
    small: 'Pequeno',
    classic: 'Clássico',
    big: 'Grande',
    huge: 'Enorme',
    rounded: 'Arredondado',
    rink: 'Rinque',
  },
  size: (width, height) => `${width} × ${height}`,
  discs: (count) =>
    plural(count, { one: `${count} disco além da bola`, other: `${count} discos além da bola` }),
  ownColours: 'Mapa com suas próprias cores',
  remove: (name) => `Apagar ${name}`,
  load: 'Carregar um mapa…',
  loadHint:
    'Um arquivo .hbs ou .json. Você também pode soltá-lo nesta página ou colar o texto dele.',
  take: 'Jogar neste mapa',
  takeHint: 'Todos na sala o recebem de você. Ele fica guardado neste navegador.',
  back: 'Voltar aos mapas',
  refused: (name) =>
    name === '' ? 'Isto não é um mapa em que se possa jogar.' : `Não dá para jogar em ${name}.`,
  sending: (name, percent) => `Enviando o mapa para ${name}: ${percent} %`,
  receiving: (percent) => `Carregando o mapa: ${percent} %`,
  full: 'Não cabem mais mapas. Apague um para guardar outro.',
  blocked: 'Este navegador não guarda mapas: eles somem quando você sair.',
};

export const ptPractice: Messages['practice'] = {
  title: 'Treino',
  size: 'Times',
  sizes: (players) => (players === 0 ? 'Exercício' : `${players}v${players}`),
  drill: 'Andar, chutar, fazer gol: três passos, sozinho com a bola. Depois vem um bot.',
  level: 'Bots',
  levels: {
    rookie: 'Novato',
    regular: 'Normal',
    pro: 'Profissional',
    ace: 'Craque',
    match: 'No meu nível',
  },
  start: 'Começar',
};
