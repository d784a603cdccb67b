import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { openService, processesOf, runProgram } from '#composition';
import type { Start } from '#composition';
import { addressOf, drain, Measurement, NestLog, startTelemetry } from '#operations';
import { ProjectorModule } from './projector.module';

const start: Start = async (settings, logger, stopping) => {
  const telemetry = await startTelemetry(settings, 'four-good-projector', logger);
  stopping.by(() => telemetry.stop());
  // Nothing about persons is recorded or read here: keys stay where services are.
  const { keysDir: _, ...withoutKeys } = settings;
  // The projector always runs projections, whatever the setting of the services beside it.
  const service = await openService({ ...withoutKeys, projections: true }, logger);
  stopping.by(() => service.close());
  const processes = processesOf(service, settings, logger);
  stopping.by(() => processes.stop());
  const health = await NestFactory.create<NestFastifyApplication>(
    ProjectorModule.forService(service),
    new FastifyAdapter({ return503OnClosing: false }),
    { bodyParser: false, logger: new NestLog(logger), abortOnError: false },
  );
  stopping.by(() => health.close());
  telemetry.measure(() => health.get(Measurement, { strict: false }).take());
  await health.listen(settings.port, settings.host);
  stopping.by(() => drain(health));
  processes.start().catch((error: unknown) => {
    logger.error({ err: error }, 'The processes do not start');
  });
  process.stdout.write(`Listening on ${addressOf(health.getHttpServer(), settings)}\n`);
};

runProgram('projector', start);
