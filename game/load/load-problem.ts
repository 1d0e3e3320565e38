/** Why a part of the game is not here, as far as it can be told from within the page. */
export type LoadProblem =
  /** The server has another build: the files of this page's build are gone or about to go. */
  | 'newer-version'
  /** Nothing answers, or something that is not the game, such as the login page of a hotel. */
  | 'offline'
  /** The server is there with the same build, and yet does not hand the file out. */
  | 'server-error'
  /** All files came, and the code in them did not start. */
  | 'broken';
