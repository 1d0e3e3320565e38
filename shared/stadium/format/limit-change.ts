/** What a limit made of a number of a stadium file, and where: `discs[3].radius`. */
export type LimitChange = { readonly path: string; readonly from: number; readonly to: number };
