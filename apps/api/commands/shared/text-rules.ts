import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { ValidateBy } from 'class-validator';
import type { ValidationArguments, ValidationOptions } from 'class-validator';
import { brokenIdRule, brokenTextRule, canonicalText, MAX_ID_LENGTH } from '#vocabulary';
import type { TextLimits, TextRule } from '#vocabulary';

type Judge = (text: string) => TextRule | undefined;

/** An id or a code: composed, without blanks and control characters. */
export function IsId(options?: ValidationOptions) {
  return textRule('isId', brokenIdRule, () => `must be an id: ${ID_WORDS}`, options);
}

/** A text within its limits, composed, with `\n` between lines. */
export function IsText(limits: TextLimits, options?: ValidationOptions) {
  const judge: Judge = (text) => brokenTextRule(text, limits);
  return textRule('isText', judge, (rule) => wordsOf(rule, limits), options);
}

const ID_WORDS = `1 to ${MAX_ID_LENGTH} characters, no blanks and no control characters`;

function textRule(
  name: string,
  judge: Judge,
  words: (rule: TextRule) => string,
  options?: ValidationOptions,
) {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => canonical(value)),
    ValidateBy(
      {
        name,
        validator: {
          validate: (value: unknown) => typeof value === 'string' && judge(value) === undefined,
          defaultMessage: (given?: ValidationArguments) =>
            `$property ${wordsFor(given?.value, judge, words)}`,
        },
      },
      options,
    ),
  );
}

function wordsFor(value: unknown, judge: Judge, words: (rule: TextRule) => string): string {
  const texts: readonly unknown[] = Array.isArray(value) ? value : [value];
  for (const text of texts) {
    const rule = typeof text === 'string' ? judge(text) : undefined;
    if (rule !== undefined) return words(rule);
  }
  return 'must be a text';
}

function wordsOf(rule: TextRule, { max }: TextLimits): string {
  switch (rule) {
    case 'WELL_FORMED':
      return 'must be well-formed Unicode';
    case 'ONE_LINE':
      return 'must be one line';
    case 'LENGTH':
      return `must have at most ${max} characters`;
    default:
      return 'must have no control characters';
  }
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  return typeof value === 'string' ? canonicalText(value) : value;
}
