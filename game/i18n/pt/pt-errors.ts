import type { Messages } from '../en/en.ts';

export const ptErrors: Messages['errors'] = {
  'link-failed': {
    title: 'Nenhum caminho até seu amigo',
    text: 'Um firewall bloqueia conexões diretas entre vocês. Tente de novo ou use outra rede: dados móveis costumam funcionar.',
  },
  'turn-refused': {
    title: 'O relay deste servidor está mal configurado',
    text: 'Ele recusa a senha que este servidor distribui, e sem ele não há caminho entre vocês. Quem administra o servidor pode consertar.',
  },
  'no-relay': {
    title: 'Nenhum caminho até seu amigo',
    text: 'Um firewall bloqueia conexões diretas entre vocês, e quem administra este servidor desligou o relay. Tente outra rede: dados móveis costumam funcionar.',
  },
  'newer-version': {
    title: 'Saiu uma versão nova',
    text: 'Esta página é da versão antiga. Recarregue para continuar: seu nome e suas configurações ficam guardados.',
  },
  offline: {
    title: 'Sem conexão',
    text: 'O servidor não responde. Confira sua internet e tente de novo.',
  },
  'server-error': {
    title: 'Uma parte do jogo não chegou',
    text: 'O servidor responde, mas não com esta parte. Tente de novo daqui a pouco.',
  },
  broken: {
    title: 'Uma parte do jogo não inicia',
    text: 'Recarregue esta página. Se continuar, avise quem administra este servidor.',
  },
  'room-locked': {
    title: 'A sala está trancada',
    text: 'O anfitrião não deixa ninguém novo entrar agora. Tente mais tarde ou procure outra sala.',
  },
  'bad-password': {
    title: 'Esta sala tem senha',
    text: 'Peça a senha ao seu amigo. Ela só é pedida na entrada.',
  },
  'knock-refused': {
    title: 'O anfitrião não deixou você entrar',
    text: 'Ele disse não ou não viu que você bateu. Tente de novo em um minuto ou procure outra sala.',
  },
  'bad-code': {
    title: 'Este endereço não leva a nenhuma sala',
    text: 'Um código de sala tem seis destes símbolos: 23456789 CFGHJMPQRVWX. Confira ou cole o link inteiro.',
  },
  'no-room': {
    title: 'Esta sala não existe',
    text: 'O código pode estar errado, ou todos já saíram. Peça um link novo ao seu amigo ou crie você uma sala.',
  },
  'room-full': {
    title: 'Esta sala está cheia',
    text: 'Todos os lugares estão ocupados, também os de quem assiste. Tente de novo quando alguém sair ou crie você uma sala.',
  },
  'version-reload': {
    title: 'Saiu uma versão nova',
    text: 'Recarregue esta página para jogar com seu amigo. Seu nome e suas configurações ficam guardados.',
  },
  'version-friend': {
    title: 'Seu amigo tem uma versão antiga',
    text: 'Peça que ele recarregue a página e tente de novo.',
  },
  'version-lobby': {
    title: 'O servidor tem uma versão antiga',
    text: 'O servidor deste jogo precisa ser atualizado. Fale com quem o administra; enquanto isso, dá para treinar.',
  },
  'no-webrtc': {
    title: 'Este navegador não consegue se conectar',
    text: 'O WebRTC está desligado neste navegador. Ligue-o ou use outro navegador; o treino funciona sem ele.',
  },
  'lobby-unreachable': {
    title: 'Não dá para acessar o lobby',
    text: 'Confira sua internet e tente de novo. O treino funciona sem ela.',
  },
  'lobby-full': {
    title: 'O servidor está cheio',
    text: 'Não cabem mais pessoas nem salas agora. Tente de novo em um minuto; enquanto isso, dá para treinar.',
  },
  'lobby-restarts': {
    title: 'O servidor vai reiniciar',
    text: 'Por um instante ele não abre salas novas. Tente de novo em um minuto; enquanto isso, dá para treinar.',
  },
  'network-full': {
    title: 'Gente demais na sua rede',
    text: 'Este servidor limita quantas pessoas e salas uma rede pode ter. Feche uma aba ou uma sala, ou tente de novo em um minuto.',
  },
  'host-gone': {
    title: 'O anfitrião foi embora',
    text: 'Não sobrou ninguém para deixar você entrar. Crie uma sala nova e mande o novo link.',
  },
  'host-silent': {
    title: 'O anfitrião não responde',
    text: 'O aparelho dele pode estar em repouso ou sem rede. Tente de novo quando ele voltar.',
  },
  'room-closed': {
    title: 'Esta sala foi fechada',
    text: 'Quem administra este servidor a fechou, e a partida acabou.',
  },
  'room-ended': {
    title: 'A sala acabou',
    text: 'Enquanto você estava fora, não ficou ninguém nela. Crie uma sala nova e mande o novo link.',
  },
  removed: {
    title: 'Você foi mandado embora da sala',
    text: 'O anfitrião ou os outros decidiram assim. O código só volta a valer se o anfitrião permitir.',
  },
  'join-timeout': {
    title: 'A entrada demorou demais',
    text: 'A conexão existe, mas é lenta demais para carregar a partida. Tente de novo daqui a pouco.',
  },
  'rate-limited': {
    title: 'Foram muitas tentativas',
    text: 'Espere um minuto e tente de novo.',
  },
  replaced: {
    title: 'Jogando em outra aba',
    text: 'Você abriu esta sala em outra aba ou janela. Continue lá ou entre de novo aqui.',
  },
  unknown: {
    title: 'Algo deu errado',
    text: 'Tente de novo. Se continuar, recarregue a página.',
  },
  'no-webgl': {
    title: 'Não dá para desenhar o campo',
    text: 'O WebGL está desligado neste navegador. Ligue a aceleração de hardware nas configurações dele ou use outro navegador.',
  },
  'no-audio': {
    title: 'Sem som aqui',
    text: 'Este navegador não consegue tocar sons. O jogo continua sem eles.',
  },
  'webgl-lost': {
    title: 'A imagem sumiu',
    text: 'O vídeo deste aparelho parou. Recarregue esta página para ver o campo de novo: numa sala, seu lugar fica guardado.',
  },
};
