import 'reflect-metadata';
import { openService, processesOf, runProgram } from '#composition';
import type { Start } from '#composition';
import { addressOf, drain } from '#operations';
import { announceAddress, createApi, withdrawAddress } from './composition';
import { LOCAL_OPERATOR } from './identity';
import { offerSample } from './sample';

const start: Start = async (settings, logger) => {
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
      settings.localOperator
        ? `Requests without a token act as ${LOCAL_OPERATOR.id} when they come from this machine`
        : 'Every request needs a token, from this machine too',
    );
    const address = `${addressOf(api.getHttpServer(), settings)}/graphql`;
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
};

runProgram('service', start);
