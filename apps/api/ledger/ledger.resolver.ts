import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { parsePosition } from '#event-log';
import { leafHash } from '#ledger';
import type { KeptCheckpoint } from '#ledger';
import { Shows } from '../access';
import { unavailable, validationFailed } from '../errors';
import { PositionScalar } from '../graphql/scalars';
import { RecordedEventType } from '../queries/history/recorded-event.types';
import { HistoryLedger } from './history-ledger';
import {
  ConsistencyProofType,
  InclusionProofType,
  LedgerPlaceType,
  LogCheckpointType,
} from './ledger.types';
import { ProvedEvents } from './proved-events';
import { signedIn } from './signed-tree';

@Resolver(() => RecordedEventType)
export class LedgerResolver {
  constructor(
    private readonly ledger: HistoryLedger,
    private readonly proved: ProvedEvents,
  ) {}

  @Shows('REGISTER')
  @Query(() => LogCheckpointType, {
    description: 'The signed checkpoint of everything recorded so far.',
  })
  async checkpoint(): Promise<LogCheckpointType> {
    const checkpoint = await this.ledger.checkpoint();
    if (checkpoint === undefined) throw unavailable();
    return toCheckpoint(checkpoint);
  }

  @Shows('HISTORY')
  @Query(() => InclusionProofType, {
    nullable: true,
    description:
      'The proof that an event is in the history that was signed; null for an event that is not, or not in a tree of that size.',
  })
  async inclusionProof(
    @Args('eventId', { type: () => ID, description: 'The id of the event.' }) eventId: string,
    @Args('size', {
      type: () => PositionScalar,
      nullable: true,
      description:
        'The size of an earlier tree that has a checkpoint; by default, the present one.',
    })
    size?: string,
  ): Promise<InclusionProofType | undefined> {
    const checkpoint = await this.checkpointOf('size', size);
    const proof = await this.proved.prove(eventId, checkpoint);
    if (proof === undefined) return undefined;
    const { index, entry, hashes } = proof;
    return {
      index: String(index),
      size: String(checkpoint.size),
      leaf: leafHash(entry).toString('base64'),
      entry,
      hashes: hashes.map((hash) => hash.toString('base64')),
      note: checkpoint.note,
    };
  }

  @Shows('REGISTER')
  @Query(() => ConsistencyProofType, {
    description: 'The proof that a tree begins with an earlier one.',
  })
  async consistencyProof(
    @Args('from', {
      type: () => PositionScalar,
      description: 'The size of the earlier tree.',
    })
    from: string,
    @Args('to', {
      type: () => PositionScalar,
      nullable: true,
      description:
        'The size of the later tree, which has a checkpoint; by default, the present one.',
    })
    to?: string,
  ): Promise<ConsistencyProofType> {
    const checkpoint = await this.checkpointOf('to', to);
    if (BigInt(from) > BigInt(checkpoint.size)) {
      throw validationFailed([
        { field: 'from', rule: 'atMost', message: 'must not be larger than the later tree' },
      ]);
    }
    const hashes = await this.ledger.consistency(Number(from), checkpoint.size);
    return {
      from,
      to: String(checkpoint.size),
      hashes: hashes.map((hash) => hash.toString('base64')),
    };
  }

  @ResolveField('ledger', () => LedgerPlaceType, {
    nullable: true,
    description: 'Where it is in the ledger; null until a checkpoint covers it.',
  })
  async placeOf(@Parent() { position }: RecordedEventType): Promise<LedgerPlaceType | undefined> {
    const place = parsePosition(position);
    const index = place === undefined ? undefined : await this.ledger.indexOf(place);
    const covering = index === undefined ? undefined : await this.ledger.covering(index);
    if (index === undefined || covering === undefined) return undefined;
    return { index: String(index), coveredBy: toCheckpoint(covering) };
  }

  private async checkpointOf(field: string, size: string | undefined): Promise<KeptCheckpoint> {
    if (size === undefined) {
      const latest = await this.ledger.checkpoint();
      if (latest === undefined) throw unavailable();
      return latest;
    }
    const kept = await this.ledger.checkpointOf(Number(size));
    if (kept !== undefined) return kept;
    throw validationFailed([
      { field, rule: 'isSigned', message: 'must be the size of a tree that has a checkpoint' },
    ]);
  }
}

function toCheckpoint(kept: KeptCheckpoint): LogCheckpointType {
  const { origin, size, root } = signedIn(kept);
  return { origin, size: String(size), root: root.toString('base64'), note: kept.note };
}
