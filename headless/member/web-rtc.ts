const LIBRARY = '@roamhq/wrtc';
/** What simple-peer and the answerer of probes look for, as a browser has it. */
const NAMES = ['RTCPeerConnection', 'RTCSessionDescription', 'RTCIceCandidate'] as const;

/** How to get what `installWebRtc` did not find. */
export const WEB_RTC_MISSING =
  'Rooms run by scripts need WebRTC for Node: run "npm install --no-save @roamhq/wrtc@0.10.0".';

/**
 * Gives this process the WebRTC of a browser. To be called before anything that imports simple-peer is
 * loaded: it looks once, as it loads. Worker threads must not have it: the library ends the process there.
 *
 * @returns false when the library is not installed, or not for this machine
 */
export async function installWebRtc(): Promise<boolean> {
  const library = await importLibrary();
  if (library === null) return false;
  for (const name of NAMES) Reflect.set(globalThis, name, library[name]);
  return true;
}

async function importLibrary(): Promise<Record<string, unknown> | null> {
  try {
    // A variable: TypeScript has to check this also where the library is not installed.
    const name: string = LIBRARY;
    const loaded: { readonly default: Record<string, unknown> } = await import(name);
    return loaded.default;
  } catch {
    // Not installed, or no binary for this kind of machine: both are said as `WEB_RTC_MISSING`.
    return null;
  }
}
