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
  @TextField('The number of the document, as `81-KH/TU`.', { max: 100, lines: false })
  readonly number!: string;

  @DateField('The date of the document.')
  readonly date!: string;

  @TextField('The body that issued the document.')
  readonly issuer!: string;

  @TextField('The title of the document.', { optional: true, max: 2_000 })
  readonly title?: string;
}

@InputType({
  description:
    'A file that supports a fact. The file is stored elsewhere and identified by its hash.',
})
export class EvidenceInput {
  @TextField("The SHA-256 of the file's content, in hexadecimal.", { max: 64, lines: false })
  readonly sha256!: string;

  @TextField('The kind of document.', { max: 100, lines: false })
  readonly kind!: string;

  @TextField('The name of the file.', { max: 255, lines: false })
  readonly name!: string;
}

@InputType({ description: 'The actor on whose behalf a command is given.' })
export class ActorInput {
  @IdField('The pseudonymous id of the person.')
  readonly id!: string;

  @IdField('The role held.')
  readonly role!: string;

  @IdField('The organisation in which the role is held.')
  readonly organisation!: string;
}

/** The fields that every command has beside its own. */
@InputType({ isAbstract: true })
export abstract class CommandFields {
  @Field(() => ID, {
    description:
      'A UUID that you choose. Sending the same command again with the same id changes nothing and returns the first receipt.',
  })
  @IsUUID()
  readonly commandId!: string;

  @InstantField('The time at which the fact was true: in the past or now, never in the future.')
  readonly effectiveAt!: string;

  @IntegerField(
    'The last revision of the stream that you have seen, -1 for none. If the stream has moved on, the command is refused with `CONFLICT`. Without it, the command is decided on the current state.',
    { optional: true, min: -1, max: 2_147_483_647 },
  )
  readonly expectedRevision?: number;

  @TextField('The reason for the command, for the history.', { optional: true, max: 2_000 })
  readonly reason?: string;

  @NestedListField(() => LegalBasisInput, 'The documents that the fact rests on.', {
    optional: true,
    max: 50,
  })
  readonly legalBasis?: LegalBasisInput[];

  @NestedListField(() => EvidenceInput, 'The files that support the fact.', {
    optional: true,
    max: 100,
  })
  readonly evidence?: EvidenceInput[];

  @NestedField(
    () => ActorInput,
    'The actor on whose behalf the command is given, if not your own.',
    {
      optional: true,
    },
  )
  readonly onBehalfOf?: ActorInput;
}
