import { Field, ID, InputType } from '@nestjs/graphql';
import { IsUUID } from 'class-validator';
import {
  DateField,
  IdField,
  InstantField,
  IntegerField,
  NestedField,
  NestedListField,
  TextField,
} from './fields';

@InputType({ description: 'A document that a fact rests on.' })
export class LegalBasisInput {
  @TextField('Its number, as `81-KH/TU`.', { max: 100 })
  readonly number!: string;

  @DateField('The date on it.')
  readonly date!: string;

  @TextField('Who issued it.')
  readonly issuer!: string;

  @TextField('Its title.', { optional: true, max: 2_000 })
  readonly title?: string;
}

@InputType({
  description: 'A file that supports a fact: kept elsewhere, named here by its content.',
})
export class EvidenceInput {
  @TextField('The SHA-256 of its content, in hexadecimal.', { max: 64 })
  readonly sha256!: string;

  @TextField('What kind of document it is.', { max: 100 })
  readonly kind!: string;

  @TextField('The name of the file.', { max: 255 })
  readonly name!: string;
}

@InputType({ description: 'The one on whose behalf a command is given.' })
export class ActorInput {
  @IdField('The pseudonymous id of the person.')
  readonly id!: string;

  @IdField('The role held.')
  readonly role!: string;

  @IdField('The organisation it is held in.')
  readonly organisation!: string;
}

/** The fields that every command has beside its own. */
@InputType({ isAbstract: true })
export abstract class CommandFields {
  @Field(() => ID, {
    description:
      'A UUID of your making. Giving the same command again under the same id changes nothing and returns the first receipt.',
  })
  @IsUUID()
  readonly commandId!: string;

  @InstantField('When it was true. It may lie in the past, never in the future.')
  readonly effectiveAt!: string;

  @IntegerField(
    'The last revision of the stream that you have seen, -1 for none: if there is more, the command is answered with `CONFLICT`. Without it, the command is decided on whatever is recorded.',
    { optional: true, min: -1, max: 2_147_483_647 },
  )
  readonly expectedRevision?: number;

  @TextField('Why.', { optional: true, max: 2_000 })
  readonly reason?: string;

  @NestedListField(() => LegalBasisInput, 'The documents it rests on.', { optional: true, max: 50 })
  readonly legalBasis?: LegalBasisInput[];

  @NestedListField(() => EvidenceInput, 'The files that support it.', { optional: true, max: 100 })
  readonly evidence?: EvidenceInput[];

  @NestedField(() => ActorInput, 'On whose behalf it is given, if not your own.', {
    optional: true,
  })
  readonly onBehalfOf?: ActorInput;
}
