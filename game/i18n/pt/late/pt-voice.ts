import type { VoiceTexts } from '../../en/late/en-voice.ts';

export const ptVoice: VoiceTexts = {
  turnOff: 'Desligar a voz',
  asking: 'Seu navegador pergunta se esta página pode usar o microfone.',
  hold: 'Segure para falar',
  heard: 'Estão ouvindo você',
  closed: 'Microfone fechado. Segure para falar; um toque o deixa aberto.',
  closedByKey: (key: string) =>
    `Microfone fechado. Segure ${key} para falar; apertar este botão o deixa aberto.`,
  opened: 'Microfone aberto. Aperte para fechar.',
  how: 'Segure o botão para falar. Um toque deixa o microfone aberto até o próximo. No controle, fale com o gatilho esquerdo ou o botão que você escolher.',
  howByKey: (key: string) =>
    `Segure ${key} ou o botão para falar. Um toque deixa o microfone aberto até o próximo. No controle, fale com o gatilho esquerdo ou o botão que você escolher.`,
  latch: 'Deixar o microfone aberto',
  nobody: 'Ninguém mais ligou a voz ainda.',
  speaking: 'fala',
  states: {
    connecting: 'a voz está conectando',
    open: 'voz ligada',
    failed: 'nenhum caminho para esta voz',
  },
  volume: (name: string) => `Volume de ${name}`,
  problems: {
    insecure:
      'Navegadores só dão o microfone a páginas por https. Peça um endereço https a quem mantém este servidor.',
    denied:
      'O microfone está bloqueado. Permita-o para esta página ao lado do endereço ou nas configurações do sistema e tente de novo.',
    missing: 'Nenhum microfone encontrado. Conecte um e tente de novo.',
    busy: 'O microfone não inicia: talvez outro programa o esteja usando. Feche-o e tente de novo.',
    ended:
      'O microfone foi desconectado ou a permissão foi retirada. Ligue a voz de novo quando ele voltar.',
  },
};
