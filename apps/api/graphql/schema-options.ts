import type { BuildSchemaOptions } from '@nestjs/graphql';

/** How the schema is made of the code; the same for the service and for printing. */
export const SCHEMA_OPTIONS: BuildSchemaOptions = { numberScalarMode: 'integer' };
