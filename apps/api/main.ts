import 'reflect-metadata';
import { isEventStoreDb, openService, processesOf, runProgram } from '#composition';
import type { Start } from '#composition';
import { addressOf, drain, Measurement, startTelemetry } from '#operations';
import { announceAddress, createApi, withdrawAddress } from './composition';
import { LOCAL_OPERATOR } from './identity';
import { offerSample } from './sample';

const start: Start = async (settings, logger, stopping) => {
  const telemetry = await startTelemetry(settings, 'four-good-service', logger);
  stopping.by(() => telemetry.stop());
  const service = await openService(settings, logger);
  stopping.by(() => service.close());
  // A log elsewhere may be away: the service listens meanwhile, and offers the sample once it is there.
  const isElsewhere = isEventStoreDb(settings);
  if (settings.sample && !isElsewhere) await offerSample(service, logger);
  const processes = processesOf(service, settings, logger);
  stopping.by(() => processes.stop());
  const api = await createApi(service, settings, logger);
  stopping.by(() => api.close());
  telemetry.measure(() => api.get(Measurement, { strict: false }).take());
  await api.listen(settings.port, settings.host);
  stopping.by(() => drain(api));
  // The processes run where the projections run that they follow.
  if (settings.projections) {
    processes.start().catch((error: unknown) => {
      logger.error({ err: error }, 'The processes do not start');
    });
  }
  logger.info(
    settings.localOperator
      ? `You act as ${LOCAL_OPERATOR.id} from this machine; let others in with a token: npm run token -- --help`
      : 'Every request needs a token, from this machine too: npm run token -- --help',
  );
  const address = `${addressOf(api.getHttpServer(), settings)}/graphql`;
  announceAddress(settings.dataDir, address);
  stopping.by(() => {
    withdrawAddress(settings.dataDir);
  });
  if (settings.sample && isElsewhere) {
    offerSample(service, logger).catch((error: unknown) => {
      logger.error({ err: error }, 'The sample year was not recorded');
    });
  }
  process.stdout.write(`Listening on ${address}\n`);
};

runProgram('service', start);
