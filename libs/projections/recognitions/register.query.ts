import type { OrganisationId } from '#vocabulary';
import type { Cursor, Direction, DocumentCollection, Page } from '#read-models';
import type { RecognitionDocument, RegisterState } from './recognition.document';

export interface RegisterSelection {
  /** The organisation and all that were below it when their recognition was last decided. */
  readonly under?: OrganisationId;
  readonly year?: number;
  /** Without it, whatever was ever decided: what is not is not in the register. */
  readonly state?: RegisterState;
}

/** One page of the register, by year and organisation. */
export async function registerPage(
  collection: DocumentCollection<RecognitionDocument>,
  { under, year, state }: RegisterSelection,
  page: { readonly limit: number; readonly after?: Cursor; readonly direction?: Direction },
): Promise<Page<RecognitionDocument>> {
  const isUndecided = state === 'OPENED' || state === 'PROPOSED';
  return collection.find({
    where: {
      ...(under === undefined ? {} : { lineage: under }),
      // One that was revoked may be proposed again: decided once, and awaiting a decision now.
      decided: isUndecided ? { in: [false, true] } : true,
      ...(year === undefined ? {} : { year }),
      ...(state === undefined ? {} : { state }),
    },
    order: {
      index: under === undefined ? 'register' : 'below',
      direction: page.direction ?? 'ascending',
    },
    ...(page.after === undefined ? {} : { after: page.after }),
    limit: page.limit,
  });
}
