import { DocumentRefused } from '#read-models';

const failures = new WeakSet();

/**
 * Marks a failure as one of the store, which says nothing against the events. Refused documents do: they come of what is
 * in the events.
 */
export async function ofTheStore<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error && !(error instanceof DocumentRefused)) failures.add(error);
    throw error;
  }
}

export function isOfTheStore(error: unknown): boolean {
  return error instanceof Error && failures.has(error);
}
