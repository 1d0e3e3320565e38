import type { Server } from 'node:http';
import type { WayReport } from '../../shared/lobby/way-report.ts';
import type { Config } from '../config.ts';
import type { Logger } from '../log.ts';
import type { Timers } from '../timers.ts';
import type { QuickDesk } from '../quick/quick-desk.ts';
import { Figures } from './figures.ts';
import { Metrics } from './metrics.ts';
import { listenForMetrics } from './metrics-listener.ts';
import { OperatorDoor, type OperatorPorts } from './operator-door.ts';
import { OperatorToken } from './operator-token.ts';

export type OperatorSetup = Pick<
  OperatorPorts,
  'rooms' | 'closeRoom' | 'sendAway' | 'reported' | 'drain'
> & {
  readonly config: Pick<Config, 'operatorToken' | 'metricsPort' | 'trustedProxies'>;
  readonly timers: Timers;
  readonly log: Logger;
  readonly quick: Pick<QuickDesk, 'status' | 'onWaited'>;
  readonly counts: () => Readonly<Record<string, number>>;
  readonly sockets: () => number;
  readonly connections: () => number;
  readonly isReady: () => boolean;
};

export type Operator = {
  /** Null without a token: then nothing of it is there. */
  readonly door: OperatorDoor | null;
  readonly linkUp: (report: WayReport) => void;
  close(): void;
};

/** Puts together what the operator sees, as far as the settings ask for it: nothing is measured for nobody. */
export async function makeOperator(setup: OperatorSetup): Promise<Operator> {
  const { config, timers, log, counts } = setup;
  const { operatorToken: token, metricsPort } = config;
  if (token === null && metricsPort === 0) {
    return { door: null, linkUp: () => {}, close: () => {} };
  }
  const metrics = new Metrics(setup);
  setup.quick.onWaited = (...wait) => metrics.quickWaited(...wait);
  const listener: Server | null =
    metricsPort === 0 ? null : await listenForMetrics(metricsPort, metrics, log);
  const figures =
    token === null ? null : new Figures({ ...setup, count: (name) => counts()[name] ?? 0 });
  const startMs = timers.now();
  return {
    door:
      token === null || figures === null
        ? null
        : new OperatorDoor({
            ...setup,
            token: new OperatorToken({ ...config, token, timers }),
            metrics,
            samples: () => figures.samples,
            upS: () => Math.round((timers.now() - startMs) / 1000),
          }),
    linkUp({ path, upMs }) {
      if (upMs !== undefined && path !== 'failed' && path !== 'turn-refused')
        metrics.linkUp(path, upMs);
    },
    close() {
      figures?.close();
      listener?.close();
      listener?.closeAllConnections();
    },
  };
}
