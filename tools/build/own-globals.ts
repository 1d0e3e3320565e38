const NAMES = `
  Array ArrayBuffer BigInt Blob Boolean DataView Date Error Float32Array Float64Array Function Int32Array Intl JSON
  Map Math Number Object Promise Proxy RangeError Reflect RegExp Set String Symbol SyntaxError TextDecoder TextEncoder
  TypeError URL Uint16Array Uint32Array Uint8Array WeakMap WeakSet clearTimeout importScripts performance setTimeout
  structuredClone
`;

/**
 * Stands at the beginning of the code around a script in a tab, within the function around that. Scripts of this genre
 * say `var Map = …` at their top level, which is the global of both: the code takes its own before a script runs.
 */
export const OWN_GLOBALS = `const { ${NAMES.trim().split(/\s+/).join(', ')} } = globalThis;`;
