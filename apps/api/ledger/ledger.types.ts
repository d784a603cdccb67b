import { Field, ObjectType } from '@nestjs/graphql';
import { Shown } from '../access';
import { PositionScalar } from '../graphql/scalars';

@Shown('REGISTER')
@ObjectType('LogCheckpoint', {
  description:
    'What was signed of the history: how many events there were, and the root of their tree.',
})
export class LogCheckpointType {
  @Field({ description: 'The name of the ledger, and of the key that signs it.' })
  readonly origin!: string;

  @Field(() => PositionScalar, { description: 'The number of events in the tree.' })
  readonly size!: string;

  @Field({ description: 'The root of the tree (RFC 6962), in base64.' })
  readonly root!: string;

  @Field({ description: 'The signed note (C2SP), which others verify.' })
  readonly note!: string;
}

@Shown('HISTORY')
@ObjectType('InclusionProof', { description: 'That an event is in a tree that was signed.' })
export class InclusionProofType {
  @Field(() => PositionScalar, { description: 'The number of its leaf, from 0.' })
  readonly index!: string;

  @Field(() => PositionScalar, { description: 'The number of events in the tree.' })
  readonly size!: string;

  @Field({ description: 'The hash of the leaf, in base64.' })
  readonly leaf!: string;

  @Field({ description: 'What the leaf is the hash of: it names no person.' })
  readonly entry!: string;

  @Field(() => [String], {
    description: 'The hashes from the sibling of the leaf up, in base64.',
  })
  readonly hashes!: readonly string[];

  @Field({ description: 'The signed note of the tree.' })
  readonly note!: string;
}

@Shown('REGISTER')
@ObjectType('ConsistencyProof', { description: 'That a tree begins with an earlier one.' })
export class ConsistencyProofType {
  @Field(() => PositionScalar, { description: 'The number of events in the earlier tree.' })
  readonly from!: string;

  @Field(() => PositionScalar, { description: 'The number of events in the later tree.' })
  readonly to!: string;

  @Field(() => [String], { description: 'The hashes (RFC 6962, section 2.1.2), in base64.' })
  readonly hashes!: readonly string[];
}

@Shown('HISTORY')
@ObjectType('LedgerPlace', { description: 'Where an event is in the ledger.' })
export class LedgerPlaceType {
  @Field(() => PositionScalar, { description: 'The number of its leaf, from 0.' })
  readonly index!: string;

  @Field(() => LogCheckpointType, { description: 'The first checkpoint that covers it.' })
  readonly coveredBy!: LogCheckpointType;
}
