import type { PageWords } from './en.ts';

/** Spanish. */
export const es: PageWords = {
  title: 'Ejecutar un script de sala',
  intro:
    'Un script funciona en esta pestaña y dirige una sala mientras la pestaña siga abierta. No llega a ninguna otra página ni a nada que tu navegador guarde de este servidor.',
  process: 'Los scripts que necesitan archivos o paquetes funcionan como programa: npm run room.',
  script: 'Código del script',
  hint: 'Pega un script, arrastra un archivo hasta aquí o elige uno.',
  choose: 'Elegir un archivo',
  run: 'Ejecutar',
  stop: 'Detener',
  state: {
    idle: 'No hay ningún script en marcha.',
    starting: 'El script está arrancando…',
    running: 'El script está en marcha.',
    lost: 'Una parte de esta página no ha llegado. Comprueba tu conexión y ejecuta el script otra vez.',
  },
  unreadable: 'Este archivo no se puede leer como texto.',
  link: 'Enlace a la sala',
  noLink: 'El enlace aparece aquí en cuanto el script abre su sala.',
  copy: 'Copiar el enlace',
  copied: 'Copiado.',
  notCopied: 'Aquí no se permite copiar: selecciona el enlace y cópialo tú.',
  console: 'Consola',
  noLines: 'Todavía nada.',
  clear: 'Vaciar la consola',
  warn: 'Aviso',
  error: 'Fallo',
};
