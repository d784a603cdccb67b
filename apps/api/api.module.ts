import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import type { Logger } from 'pino';
import type { Service } from '#composition';
import { CommandsModule } from './commands/commands.module';
import { GraphQlModule } from './graphql/graphql.module';
import { InputValidation } from './graphql/input-validation.pipe';
import { GraphiqlController } from './graphiql/graphiql.controller';
import { isGraphiqlServed } from './graphiql/is-served';
import { EveryError } from './http/every-error.filter';
import { OperationsModule } from './operations/operations.module';
import { PartsModule } from './parts.module';
import type { Access } from './parts.module';
import { QueriesModule } from './queries/queries.module';
import { SubscriptionsModule } from './subscriptions';

/** The interface to the outside: GraphQL, health and metrics. */
@Module({})
export class ApiModule {
  static forService(service: Service, access: Access, logger: Logger): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        PartsModule.forService(service, access, logger),
        OperationsModule,
        GraphQlModule,
        CommandsModule,
        QueriesModule,
        SubscriptionsModule,
      ],
      controllers: isGraphiqlServed() ? [GraphiqlController] : [],
      providers: [
        { provide: APP_PIPE, useClass: InputValidation },
        { provide: APP_FILTER, useClass: EveryError },
      ],
    };
  }
}
