/** What is wrong with a name or a line of chat, see `TextProblem`. */
export const deText = {
  empty: 'Gib etwas ein, das man sieht.',
  'too-long': (max: number) => `Zu lang: höchstens ${max} Zeichen.`,
  'too-big': 'Zu groß: Lass etwas weg.',
  marks: 'Zu viele Akzente auf einem Buchstaben.',
  direction: 'Versteckte Zeichen drehen die Schreibrichtung um: Tippe es neu.',
};
