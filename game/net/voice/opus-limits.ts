/** bit/s of a voice each way; what travels besides (RTP, UDP, IP) is about as much again. */
export const VOICE_BITS_PER_S = 24_000;

/** RFC 7587: mono, silence costs nothing, and a lost packet is mended from the next one. */
const LIMITS: Readonly<Record<string, string>> = {
  maxaveragebitrate: String(VOICE_BITS_PER_S),
  usedtx: '1',
  useinbandfec: '1',
  stereo: '0',
  cbr: '0',
};

/**
 * What the other side wants of this one's Opus, with our limits in it: a description that is heard is read
 * through this, so that no other page makes this one send more. One without Opus is as it was.
 */
export function limitOpus(sdp: string): string {
  const number = /^a=rtpmap:(\d+) opus\/48000/im.exec(sdp)?.[1];
  if (number === undefined) return sdp;
  const known = new RegExp(`^a=fmtp:${number} (.*?)\\r?$`, 'm');
  const wanted = known.exec(sdp)?.[1] ?? '';
  const line = `a=fmtp:${number} ${mergeLimits(wanted)}`;
  if (known.test(sdp)) return sdp.replace(known, () => `${line}\r`);
  return sdp.replace(
    /^(a=rtpmap:\d+ opus\/48000.*?)\r?$/im,
    (map) => `${map.trimEnd()}\r\n${line}\r`,
  );
}

function mergeLimits(wanted: string): string {
  const kept = wanted
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '' && !Object.hasOwn(LIMITS, one.split('=')[0]!.toLowerCase()));
  return [...kept, ...Object.entries(LIMITS).map(([name, value]) => `${name}=${value}`)].join(';');
}
