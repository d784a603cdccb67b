import { Field, InputType } from '@nestjs/graphql';
import { IsObject } from 'class-validator';
import { JsonScalar } from '../graphql/scalars';
import { CommandFields, CommandInput, IdField, IntegerField, AsGiven } from './shared';

@InputType({ isAbstract: true })
abstract class FrameworkFields extends CommandFields {
  @IdField('The framework.')
  readonly framework!: string;

  @IntegerField('The version.', { min: 1, max: 1_000_000 })
  readonly version!: number;
}

@CommandInput(
  'DraftFramework',
  'A version of a criteria framework is drafted. An invalid definition is refused with the path of what is wrong.',
)
export class DraftFrameworkInput extends FrameworkFields {
  @Field(() => JsonScalar, {
    description: 'The definition, as the guide to frameworks describes it.',
  })
  @IsObject()
  @AsGiven()
  readonly definition!: object;
}

@CommandInput(
  'ExtendFramework',
  'A version is drafted that adds to a published framework or makes it stricter, never weaker.',
)
export class ExtendFrameworkInput extends FrameworkFields {
  @Field(() => JsonScalar, { description: 'The definition; its `extends` names the base.' })
  @IsObject()
  @AsGiven()
  readonly definition!: object;
}

@CommandInput('PublishFramework', 'A version is published: from then on it never changes.')
export class PublishFrameworkInput extends FrameworkFields {}
