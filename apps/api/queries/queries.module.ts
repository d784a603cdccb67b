import { Module } from '@nestjs/common';
import { QUERY_RESOLVERS } from './query-resolvers';
import { Lists } from './shared';

/** The queries. */
@Module({ providers: [Lists, ...QUERY_RESOLVERS] })
export class QueriesModule {}
