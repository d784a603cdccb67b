import type { Type } from '@nestjs/common';
import { Field, ObjectType } from '@nestjs/graphql';
import { CursorScalar, PositionScalar } from '../../graphql/scalars';

@ObjectType({ description: 'The place of a page in its list.' })
export class PageInfo {
  @Field({ description: 'Whether the list continues after this page.' })
  readonly hasNextPage!: boolean;

  @Field({ description: 'Whether the list continues before this page.' })
  readonly hasPreviousPage!: boolean;

  @Field(() => CursorScalar, {
    nullable: true,
    description: 'The cursor of the first entry, for `before`; null for an empty page.',
  })
  readonly startCursor?: string;

  @Field(() => CursorScalar, {
    nullable: true,
    description:
      'The cursor for `after`; null at an empty end. A page may be short or empty and still have a next one, when many entries had to be filtered.',
  })
  readonly endCursor?: string;
}

export interface Edge<N> {
  readonly cursor: string;
  readonly node: N;
}

export interface Connection<N> {
  readonly edges: readonly Edge<N>[];
  readonly pageInfo: PageInfo;
  readonly projectedThrough: string;
}

/** The types of one kind of list, in the form of Relay's connections. */
export function connectionOf<N>(name: string, node: Type<N>): Type<Connection<N>> {
  @ObjectType(`${name}Edge`, { description: 'One entry of a list.' })
  class EdgeType implements Edge<N> {
    @Field(() => CursorScalar, { description: 'The cursor of the entry.' })
    readonly cursor!: string;

    @Field(() => node, { description: 'The entry itself.' })
    readonly node!: N;
  }

  @ObjectType(`${name}Connection`, { description: 'A page of a list.' })
  class ConnectionType implements Connection<N> {
    @Field(() => [EdgeType], { description: 'The entries on this page, in order.' })
    readonly edges!: readonly EdgeType[];

    @Field(() => PageInfo, { description: 'The place of the page in the list.' })
    readonly pageInfo!: PageInfo;

    @Field(() => PositionScalar, {
      description: 'The position up to which all events are counted.',
    })
    readonly projectedThrough!: string;
  }
  return ConnectionType;
}
