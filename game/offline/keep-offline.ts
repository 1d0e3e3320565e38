import { fail, type Result } from '../../shared/base/result.ts';
import { type KeepProblem, type KeepPorts, keepFiles } from './keep-files.ts';

export type OfflinePorts = KeepPorts & {
  readonly workers: Pick<ServiceWorkerContainer, 'register'>;
};

const WORKER = '/sw.js';

/**
 * Installs the service worker and keeps the files of this build for it. The worker comes first: without
 * it nothing kept would be of use, and without anything kept it does nothing. Never rejects.
 */
export async function keepOffline(
  build: string,
  { workers, ...ports }: OfflinePorts,
): Promise<Result<null, KeepProblem | 'no-worker'>> {
  // The server has none, or the browser takes none. Some that are told to take none give no answer.
  const worker = await workers
    .register(WORKER, { updateViaCache: 'none' })
    .catch((): undefined => undefined);
  return worker ? keepFiles(build, ports) : fail('no-worker');
}
