/** What is wrong with a stadium file, and where: `segments[3].v1`; '' is the file itself. */
export type Problem = { readonly path: string; readonly message: string };
