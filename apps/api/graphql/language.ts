import { ArgsType, Field } from '@nestjs/graphql';
import { LanguageEnum } from './vocabulary';
import type { Language } from './vocabulary';

@ArgsType()
export class LanguageArgs {
  @Field(() => LanguageEnum, { defaultValue: 'VI', description: 'The language of the text.' })
  readonly language!: Language;
}

export function languageCode(language: Language): 'vi' | 'en' {
  return language === 'EN' ? 'en' : 'vi';
}
