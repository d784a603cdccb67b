import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { openService, processesOf, runProgram } from '#composition';
import type { Start } from '#composition';
import { addressOf, drain, NestLog } from '#operations';
import { ProjectorModule } from './projector.module';

const start: Start = async (settings, logger) => {
  // It is there for nothing else, whatever the APIs beside it are told.
  const service = await openService({ ...settings, projections: true }, logger);
  try {
    const health = await NestFactory.create<NestFastifyApplication>(
      ProjectorModule.of(service),
      new FastifyAdapter({ return503OnClosing: false }),
      { bodyParser: false, logger: new NestLog(logger), abortOnError: false },
    );
    await health.listen(settings.port, settings.host);
    const processes = processesOf(service, settings, logger);
    processes.start().catch((error: unknown) => {
      logger.error({ err: error }, 'The processes do not start');
    });
    process.stdout.write(`Listening on ${addressOf(health.getHttpServer(), settings)}\n`);
    return async () => {
      await drain(health);
      await health.close();
      await processes.stop();
      await service.close();
    };
  } catch (error) {
    await service.close();
    throw error;
  }
};

runProgram('projector', start);
