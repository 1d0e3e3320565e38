/** Whether this page may be slowed down or frozen, because it is not looked at. */
export type Visibility = { readonly isHidden: boolean };
