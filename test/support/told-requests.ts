import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './project';

/** What a page of documentation asks the service, and what it says the answer is. */
export interface ToldRequest {
  readonly page: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** As shown; absent where the page shows none. */
  readonly answer?: unknown;
}

/** A request, the variables it is sent with, and its answer, one directly after the other. */
const TOLD = /```graphql\n(.+?)```(?:\n+```json variables\n(.+?)```)?(?:\n+```json\n(.+?)```)?/gs;

/** Every request of a page, in its order. `page` is a path in the project. */
export function toldRequests(page: string): readonly ToldRequest[] {
  const text = readFileSync(join(PROJECT, page), 'utf8');
  return [...text.matchAll(TOLD)].map(([, query = '', variables = '{}', answer]) => ({
    page,
    query,
    variables: JSON.parse(variables) as ToldRequest['variables'],
    ...(answer === undefined ? {} : { answer: JSON.parse(answer) as unknown }),
  }));
}

export function isCommand({ query }: ToldRequest): boolean {
  return query.trimStart().startsWith('mutation');
}
