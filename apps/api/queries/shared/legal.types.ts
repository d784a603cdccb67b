import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateScalar } from '../../graphql/scalars';

@ObjectType('LegalBasis', { description: 'A document that a fact rests on.' })
export class LegalBasisType {
  @Field({ description: 'The number of the document, as `81-KH/TU`.' })
  readonly number!: string;

  @Field(() => DateScalar, { description: 'The date of the document.' })
  readonly date!: string;

  @Field({ description: 'The body that issued the document.' })
  readonly issuer!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The title of the document; null when none was given.',
  })
  readonly title?: string;
}

@ObjectType('FrameworkRef', { description: 'One version of a criteria framework.' })
export class FrameworkRefType {
  @Field(() => ID, { description: 'The id of the framework.' })
  readonly id!: string;

  @Field(() => Int, { description: 'The version number, from 1.' })
  readonly version!: number;
}
