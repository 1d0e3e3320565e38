/** simple-peer's prebuilt bundle needs no Node shims: in development, production and tests alike. */
export const BUNDLE_ALIAS = { 'simple-peer': 'simple-peer/simplepeer.min.js' };
