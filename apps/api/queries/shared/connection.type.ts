import type { Type } from '@nestjs/common';
import { Field, ObjectType } from '@nestjs/graphql';
import { CursorScalar, PositionScalar } from '../../graphql/scalars';

@ObjectType({ description: 'Where a page lies in its list.' })
export class PageInfo {
  @Field({ description: 'Whether there is more after this page.' })
  readonly hasNextPage!: boolean;

  @Field({ description: 'Whether there is more before this page.' })
  readonly hasPreviousPage!: boolean;

  @Field(() => CursorScalar, {
    nullable: true,
    description: 'Where the page begins; give it as `before` for the one before.',
  })
  readonly startCursor?: string;

  @Field(() => CursorScalar, {
    nullable: true,
    description:
      'Where the page ends; give it as `after` for the next one. A page may be short, or empty, and still have a next one, when much had to be looked through.',
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
  @ObjectType(`${name}Edge`, { description: 'One member of a list.' })
  class EdgeType implements Edge<N> {
    @Field(() => CursorScalar, { description: 'Its place in the list.' })
    readonly cursor!: string;

    @Field(() => node, { description: 'The member itself.' })
    readonly node!: N;
  }

  @ObjectType(`${name}Connection`, { description: 'A page of a list.' })
  class ConnectionType implements Connection<N> {
    @Field(() => [EdgeType], { description: 'The members on this page, in order.' })
    readonly edges!: readonly EdgeType[];

    @Field(() => PageInfo, { description: 'Where the page lies in the list.' })
    readonly pageInfo!: PageInfo;

    @Field(() => PositionScalar, {
      description: 'Everything recorded up to this position is counted.',
    })
    readonly projectedThrough!: string;
  }
  return ConnectionType;
}
