import { networkInterfaces } from 'node:os';

/** Where people reach the server: this machine first, then the local network. */
export function reachableAt(port: number, publicUrl: string | null): string[] {
  const lan = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => `http://${address}:${port}`);
  const all = [...(publicUrl === null ? [] : [publicUrl]), `http://localhost:${port}`, ...lan];
  return [...new Set(all)];
}
