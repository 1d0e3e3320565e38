import type { PageWords } from './en.ts';

/** Portuguese of Brazil. */
export const pt: PageWords = {
  title: 'Executar um script de sala',
  intro:
    'Um script roda nesta aba e comanda uma sala enquanto a aba estiver aberta. Ele não alcança nenhuma outra página nem nada que seu navegador guarde para este servidor.',
  process: 'Scripts que precisam de arquivos ou pacotes rodam como programa: npm run room.',
  script: 'Código do script',
  hint: 'Cole um script, solte um arquivo aqui ou escolha um.',
  choose: 'Escolher um arquivo',
  run: 'Executar',
  stop: 'Parar',
  state: {
    idle: 'Nenhum script está rodando.',
    starting: 'O script está começando…',
    running: 'O script está rodando.',
    lost: 'Uma parte desta página não chegou. Confira sua conexão e execute o script de novo.',
  },
  unreadable: 'Este arquivo não pode ser lido como texto.',
  link: 'Link da sala',
  noLink: 'O link aparece aqui assim que o script abrir a sala dele.',
  copy: 'Copiar o link',
  copied: 'Copiado.',
  notCopied: 'Não é permitido copiar aqui: selecione o link e copie você.',
  console: 'Registro',
  noLines: 'Nada ainda.',
  clear: 'Limpar o registro',
  warn: 'Aviso',
  error: 'Erro',
};
