import { ArgsType, Field, ID, Int } from '@nestjs/graphql';
import { AsOfPageArgs } from '../../as-of/as-of.input';

@ArgsType()
export class OrganisationYearArgs extends AsOfPageArgs {
  @Field(() => ID, { nullable: true, description: 'Only entries of this organisation.' })
  readonly organisation?: string;

  @Field(() => Int, { nullable: true, description: 'Only entries of this year.' })
  readonly year?: number;
}

/** By the index of the organisation, or that of the year. */
export function indexOfOrganisationYear({ organisation, year }: OrganisationYearArgs) {
  return {
    index: organisation === undefined ? 'year' : 'organisation',
    where: {
      ...(organisation === undefined ? {} : { organisation }),
      ...(year === undefined ? {} : { year }),
    },
  };
}
