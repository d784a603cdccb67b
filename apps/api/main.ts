import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import {
  announceAddress,
  createApi,
  openService,
  processesOf,
  withdrawAddress,
} from './composition';
import { drain } from './http/drain';
import { LOCAL_OPERATOR } from './identity';
import { createLogger } from './operations/logger';
import { offerSample } from './sample';
import { readSettings, SettingsInvalid } from './settings';
import type { Settings } from './settings';

const WRONG_SETTING = 2;

async function main(): Promise<void> {
  const settings = readSettings(process.env, process.argv.slice(2));
  const stopAsked = signalToStop();
  const logger = createLogger(settings);
  const stop = await start(settings, logger);
  logger.info({ signal: await stopAsked }, 'Stopping');
  await stop();
}

/** Answers how to stop it again. */
async function start(settings: Settings, logger: Logger): Promise<() => Promise<void>> {
  const service = await openService(settings, logger);
  try {
    if (!settings.empty) await offerSample(service, logger);
    const api = await createApi(service, settings, logger);
    await api.listen(settings.port, settings.host);
    const processes = processesOf(service, settings, logger);
    // They belong to whoever keeps up to date what they follow.
    if (settings.projections) {
      processes.start().catch((error: unknown) => {
        logger.error({ err: error }, 'The processes do not start');
      });
    }
    logger.info(
      `Requests without a token act as ${LOCAL_OPERATOR.id} when they come from this machine`,
    );
    const address = addressOf(api.getHttpServer().address(), settings);
    announceAddress(settings.dataDir, address);
    process.stdout.write(`Listening on ${address}\n`);
    return async () => {
      withdrawAddress(settings.dataDir);
      await drain(api);
      await api.close();
      await processes.stop();
      await service.close();
    };
  } catch (error) {
    await service.close();
    throw error;
  }
}

function addressOf(address: AddressInfo | string | null, { host, port }: Settings): string {
  const bound = address !== null && typeof address === 'object' ? address.port : port;
  return `http://${host.includes(':') ? `[${host}]` : host}:${bound}/graphql`;
}

function signalToStop(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
  });
}

main().catch((error: unknown) => {
  const reason = error instanceof Error ? error.message : String(error);
  process.stderr.write(`The service does not start: ${reason}\n`);
  process.exitCode = error instanceof SettingsInvalid ? WRONG_SETTING : 1;
});
