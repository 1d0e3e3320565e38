/** What is wrong with a name or a line of chat, see `TextProblem`. */
export const esText = {
  empty: 'Escribe algo que se vea.',
  'too-long': (max: number) => `Demasiado largo: ${max} caracteres como máximo.`,
  'too-big': 'Ocupa demasiado: quita algo.',
  marks: 'Demasiados signos sobre una letra.',
  direction: 'Hay caracteres ocultos que cambian la dirección de la escritura: escríbelo de nuevo.',
};
