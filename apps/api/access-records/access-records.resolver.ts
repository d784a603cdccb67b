import { Args, ArgsType, Context, Field, ID, InputType, Query, Resolver } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, ValidateNested } from 'class-validator';
import type { AccessKind, AccessRecordFilter, FoundRecord } from '#access-records';
import { caseSubject, memberOfSubject, memberSubject } from '#commands';
import { ORGANISATIONS } from '#projections';
import { MAX_COMBINATIONS } from '#read-models';
import { Shows } from '../access';
import type { Reach } from '../access';
import type { RequestContext } from '../graphql/request-context';
import { DateTimeScalar } from '../graphql/scalars';
import { Lists, PageArgs, ReadModels } from '../queries/shared';
import type { Connection, PageRequest } from '../queries/shared';
import { AccessKindEnum, AccessRecordConnection, AccessRecordType } from './access-record.types';
import { AccessRecords } from './access-records';

@InputType('AccessRecordFilter', {
  description:
    'Selects records of who looked: every given field narrows the selection, and an empty filter selects all.',
})
class AccessRecordFilterInput {
  @Field(() => ID, { nullable: true, description: 'Only what this person or program looked at.' })
  readonly who?: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Only who looked at this member or this case.',
  })
  readonly subject?: string;

  @Field(() => AccessKindEnum, { nullable: true, description: 'Only of this kind.' })
  @IsOptional()
  readonly kind?: AccessKind;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Only records of this time or later.',
  })
  readonly from?: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Only records of this time or earlier.',
  })
  readonly to?: string;
}

@ArgsType()
class AccessRecordsArgs extends PageArgs {
  @Field(() => AccessRecordFilterInput, {
    nullable: true,
    description: 'The records to select; all by default.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => AccessRecordFilterInput)
  readonly filter?: AccessRecordFilterInput;
}

/** Looked through for one page; what is behind is behind its cursor. */
const MOST_LOOKED_THROUGH = 2_000;

@Resolver(() => AccessRecordType)
export class AccessRecordsResolver {
  constructor(
    private readonly records: AccessRecords,
    private readonly lists: Lists,
    private readonly readModels: ReadModels,
  ) {}

  @Shows('ACCESS_RECORDS')
  @Query(() => AccessRecordConnection, {
    description:
      'A page of the records of who looked at persons, cases and exports, in recording order. To read them is not recorded.',
  })
  async accessRecords(
    @Args() { filter = {}, ...page }: AccessRecordsArgs,
    @Context() { sight }: RequestContext,
  ): Promise<Connection<AccessRecordType>> {
    const { projectedThrough } = await this.readModels.read(
      'organisations',
      ORGANISATIONS,
      page.atLeast,
    );
    const reach = await sight.of('ACCESS_RECORDS').reach(undefined, page.atLeast);
    return this.lists.page(
      {
        name: 'access-records',
        // A place among the records is one whatever is selected.
        filter: {},
        projectedThrough,
        fetch: (request) => this.fetch(filterOf(filter), reach, request),
        toNode: ({ found }) => toAccessRecord(found),
      },
      page,
    );
  }

  /** A small scope is searched by its organisations; of a large one, most records are in it. */
  private async fetch(
    filter: AccessRecordFilter,
    reach: Reach,
    { limit, direction, after }: PageRequest,
  ): Promise<{ items: Item[]; hasMore: boolean; end?: Item['cursor'] }> {
    // One more is what is about all there is.
    const isLarge = reach !== 'EVERYTHING' && reach.size >= MAX_COMBINATIONS;
    const among = reach === 'EVERYTHING' || isLarge ? undefined : [...reach];
    const isSeen = ({ record: { concerns } }: FoundRecord): boolean =>
      !isLarge || concerns.length === 0 || concerns.some((one) => reach.has(one));
    const items: Item[] = [];
    let last = after === undefined ? undefined : Number(after.id);
    for (let passed = 0; passed < MOST_LOOKED_THROUGH;) {
      const query = { filter, among, direction, after: last, limit: limit + 1 };
      const found = await this.records.store.find(query);
      for (const one of found) {
        if (items.length === limit && isSeen(one)) return { items, hasMore: true };
        if (isSeen(one)) items.push(itemOf(one));
      }
      if (found.length <= limit) return { items, hasMore: false };
      last = found.at(-1)?.number;
      passed += found.length;
    }
    return { items, hasMore: true, ...(last === undefined ? {} : { end: placeOf(last) }) };
  }
}

interface Item {
  readonly cursor: { readonly id: string; readonly key: readonly [] };
  readonly found: FoundRecord;
}

function itemOf(found: FoundRecord): Item {
  return { cursor: placeOf(found.number), found };
}

function placeOf(number: number): Item['cursor'] {
  return { id: String(number), key: [] };
}

function filterOf({ subject, from, to, ...rest }: AccessRecordFilterInput): AccessRecordFilter {
  return {
    ...rest,
    ...(subject === undefined ? {} : { subjects: [memberSubject(subject), caseSubject(subject)] }),
    ...(from === undefined ? {} : { from: new Date(from).toISOString() }),
    ...(to === undefined ? {} : { to: new Date(to).toISOString() }),
  };
}

function toAccessRecord({ number, record }: FoundRecord): AccessRecordType {
  const { id, at, who, role, organisation, kind, subjects, count, concerns, why, events } = record;
  const members = subjects.flatMap((subject) => memberOfSubject(subject) ?? []);
  const cases = subjects.filter((subject) => memberOfSubject(subject) === undefined);
  return {
    id,
    index: String(number),
    recordedAt: at,
    actor: { id: who, role, organisation },
    kind,
    members,
    cases: cases.map((subject) => subject.slice(caseSubject('').length)),
    count,
    organisations: concerns,
    ...(why === undefined ? {} : { reason: why }),
    ...(events && { eventsFrom: String(events.from), eventsTo: String(events.to) }),
  };
}
