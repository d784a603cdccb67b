import { Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { CompilingApolloDriver } from './compiling-apollo.driver';
import { GraphQlOptions } from './graphql-options';

@Module({
  imports: [
    GraphQLModule.forRootAsync({ driver: CompilingApolloDriver, useClass: GraphQlOptions }),
  ],
})
export class GraphQlModule {}
