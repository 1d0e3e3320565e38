import { createServer, type Server } from 'node:http';
import { describeProblem } from '../describe-problem.ts';
import { answer } from '../http/answer.ts';
import { KnownHosts } from '../known-hosts.ts';
import type { Logger } from '../log.ts';
import type { Metrics } from './metrics.ts';

const LOOPBACK = '127.0.0.1';
/** With a name of its own, addresses and `localhost` alone are known. */
const HOSTS = new KnownHosts({ publicUrl: `http://${LOOPBACK}`, allowedOrigins: [] });

/**
 * [L140] Listens on 127.0.0.1 alone and gives `/metrics` without a token. A page that a browser on this machine
 * shows could ask by a name of its own that points here: only `localhost` and addresses are answered.
 */
export function listenForMetrics(port: number, metrics: Metrics, log: Logger): Promise<Server> {
  const server = createServer((request, response) => {
    if (!HOSTS.isKnown(request.headers.host)) answer(response, 421, 'ask by 127.0.0.1\n');
    else if (request.method !== 'GET' || request.url !== '/metrics')
      answer(response, 404, 'not found\n');
    else {
      metrics.text().then(
        (text) => answer(response, 200, text, metrics.contentType),
        (problem: unknown) => {
          log.error('request-failed', { problem: describeProblem(problem) });
          answer(response, 500, 'something went wrong\n');
        },
      );
    }
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, () => {
      server.off('error', reject);
      server.on('error', (problem) =>
        log.error('metrics-failed', { problem: describeProblem(problem) }),
      );
      resolve(server);
    });
  });
}
