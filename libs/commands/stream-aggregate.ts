import { AGGREGATES, categoriesOf, categoryOf } from '#domain';
import type { DomainAggregate } from '#domain';

const byCategory = new Map(
  AGGREGATES.flatMap((aggregate) =>
    categoriesOf(aggregate).map((category) => [category, aggregate] as const),
  ),
);

/** The aggregate whose streams are named like this one: `meeting-{id}`. */
export function aggregateOfStream(stream: string): DomainAggregate {
  const aggregate = findAggregateOfStream(stream);
  if (aggregate === undefined) throw new TypeError(`No aggregate has streams like ${stream}`);
  return aggregate;
}

export function findAggregateOfStream(stream: string): DomainAggregate | undefined {
  return byCategory.get(categoryOf(stream));
}
