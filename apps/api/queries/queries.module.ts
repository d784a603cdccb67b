import { Module } from '@nestjs/common';
import { Identities } from './members/identities';
import { QUERY_RESOLVERS } from './query-resolvers';
import { Lists } from './shared';

/** The queries. */
@Module({ providers: [Lists, Identities, ...QUERY_RESOLVERS] })
export class QueriesModule {}
