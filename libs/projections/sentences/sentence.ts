import type { Fact } from '#domain';
import type { Sentence } from '#vocabulary';

/** One sentence for each type of event, so that none can be forgotten. */
export type Sentences<Event extends Fact<string, object>> = {
  readonly [Type in Event['type']]: (
    data: Extract<Event, { readonly type: Type }>['data'],
  ) => Sentence;
};
