import type { Messages } from '../en/en.ts';
import { pluralsOf } from '../plural.ts';

const plural = pluralsOf('pt-BR');

export const ptHome: Messages['home'] = {
  tagline: 'Futebol de arena com os amigos, direto no navegador.',
  nickLabel: 'Seu nome',
  newNick: 'Outro nome',
  badge: 'O que aparece no seu disco',
  makeRoom: 'Jogar com um amigo',
  makeRoomHint: 'crie uma sala, mande o link',
  codeLabel: 'Entrar com um código',
  codePlaceholder: 'código ou link',
  join: 'Entrar',
  replays: 'Replays',
  publicRooms: 'Salas públicas',
  publicRoomsHint: 'ache gente para jogar',
  password: 'Senha',
  practice: 'Treinar sozinho',
  practiceHint: 'com bots, funciona offline',
  practiceChoice: 'Escolher mapa, times e nível',
  attract: (keys) => `Aperte ${keys} e jogue já.`,
  attractTouch: 'Toque no campo: você já está jogando.',
  promises: 'Sem conta · sem anúncios · sem rastreamento · os jogadores veem o IP uns dos outros',
  notNow: 'Agora não',
  invited: (code) => `Você foi convidado para a sala ${code}.`,
  invitedBy: (name) => `${name} convidou você.`,
  room: 'Sala',
  here: 'Lá agora',
  playing: 'Partida',
  rejoin: (sun, wave) => `Voltar à partida ${sun}–${wave}`,
  rejoinLeft: (time) => `seu lugar está guardado, faltam ${time}`,
};

export const ptJoining: Messages['joining'] = {
  title: (code) => `Entrando na sala ${code}`,
  making: 'Criando sua sala',
  lobby: 'Conectando ao lobby',
  knock: 'Pedindo ao anfitrião para entrar',
  host: 'O anfitrião saiu por um instante. Você entra assim que ele voltar.',
  back: 'Você ficou muito tempo fora. Voltando à sala…',
  route: 'Procurando um caminho direto até seu amigo',
  hello: 'Dando oi',
  snapshot: 'Carregando a partida',
  stadium: 'Carregando o mapa',
  slow: 'Está demorando mais que o normal. Algumas redes precisam de uns segundos a mais.',
};

export const ptQuick: Messages['quick'] = {
  play: 'Jogar',
  playHint: 'partida rápida com outros',
  joining: 'Indo para o campo…',
  searching: (count) =>
    plural(count, { one: `${count} pessoa procurando`, other: `${count} pessoas procurando` }),
  playing: (count) => `${count} jogando`,
  next: (seconds) => `Próxima partida em ${seconds} s`,
};

export const ptLoad: Messages['load'] = {
  newer:
    'Saiu uma versão nova. Recarregue para usá-la: seu nome e suas configurações ficam guardados.',
  newerInRoom: 'Saiu uma versão nova. Recarregue quando quiser: você volta para esta sala.',
  newerLeaves:
    'Saiu uma versão nova. Se recarregar, você sai desta sala, onde ninguém mais pode entrar.',
  missing: {
    game: 'Falta o próprio jogo.',
    pitch: 'Falta o campo.',
    language: 'Faltam os textos neste idioma.',
    gamepad: 'Faltam os menus para o controle.',
    settings: 'Faltam as configurações.',
    practice: 'Faltam as opções do treino.',
    badge: 'Falta a escolha para o seu disco.',
    replays: 'Faltam os replays.',
    beside: 'Falta uma parte da sala.',
    stats: 'Faltam as estatísticas.',
    sounds: 'Faltam os sons.',
    qr: 'Falta o código QR.',
  },
};
