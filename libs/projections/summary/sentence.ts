import type { Fact } from '#domain';

export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The same thing said in every language. */
export type Sentence = Readonly<Record<Language, string>>;

/** One sentence for each type of event, so that none can be forgotten. */
export type Sentences<Event extends Fact<string, object>> = {
  readonly [Type in Event['type']]: (
    data: Extract<Event, { readonly type: Type }>['data'],
  ) => Sentence;
};
