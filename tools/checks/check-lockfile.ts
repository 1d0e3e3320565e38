/** The one thing of an entry that pins what is installed. */
type LockedPackage = { readonly resolved?: unknown; readonly integrity?: unknown };

/**
 * What is wrong with a lock file, one sentence each. Download addresses would tie every
 * contributor to the mirror of whoever wrote the file last; a checksum pins the same content
 * from any mirror.
 */
export function checkLockfile(text: string): string[] {
  const { packages } = JSON.parse(text) as { packages: Record<string, LockedPackage> };
  const installed = Object.entries(packages).filter(([path]) => path !== '');
  if (installed.length === 0) return ['the lock file lists no packages'];
  return [
    ...installed
      .filter(([, { resolved }]) => resolved !== undefined)
      .map(([path]) => `${path}: has a download address`),
    ...installed
      .filter(([, { integrity }]) => typeof integrity !== 'string')
      .map(([path]) => `${path}: has no checksum`),
  ];
}
