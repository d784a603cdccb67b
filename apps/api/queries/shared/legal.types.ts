import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateScalar } from '../../graphql/scalars';

@ObjectType('LegalBasis', { description: 'A document that a fact rests on.' })
export class LegalBasisType {
  @Field({ description: 'Its number, as `81-KH/TU`.' })
  readonly number!: string;

  @Field(() => DateScalar, { description: 'The date on it.' })
  readonly date!: string;

  @Field({ description: 'Who issued it.' })
  readonly issuer!: string;

  @Field(() => String, { nullable: true, description: 'Its title.' })
  readonly title?: string;
}

@ObjectType('FrameworkRef', { description: 'One version of a criteria framework.' })
export class FrameworkRefType {
  @Field(() => ID, { description: 'The framework.' })
  readonly id!: string;

  @Field(() => Int, { description: 'The version.' })
  readonly version!: number;
}
