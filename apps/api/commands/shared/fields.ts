import { applyDecorators } from '@nestjs/common';
import { Field, ID, Int } from '@nestjs/graphql';
import type { ReturnTypeFunc } from '@nestjs/graphql';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import type { TextLimits } from '#vocabulary';
import { DateScalar, DateTimeScalar, DecimalScalar } from '../../graphql/scalars';
import { LIMITS } from '../../limits/limits';
import { IsId, IsText } from './text-rules';
import { IsWithoutRepetition } from './without-repetition';

/** Each decorator here declares a field of an input in the schema and validates it. */
interface FieldOptions {
  readonly optional?: boolean;
}

const MAX_LIST = LIMITS.listLength;

function field(
  type: ReturnTypeFunc,
  description: string,
  optional: boolean,
  each: PropertyDecorator[],
) {
  const presence = optional ? [IsOptional()] : [];
  return applyDecorators(Field(type, { description, nullable: optional }), ...presence, ...each);
}

/** An id as users have it: no blanks, no control characters. */
export function IdField(description: string, { optional = false }: FieldOptions = {}) {
  return field(() => ID, description, optional, [IsId()]);
}

/** Several ids, none twice. */
export function IdListField(description: string) {
  return field(() => [ID], description, false, [
    IsArray(),
    IsWithoutRepetition(),
    ArrayMaxSize(MAX_LIST),
    IsId({ each: true }),
  ]);
}

/** A text that people read; not blank. */
export function TextField(
  description: string,
  { optional = false, max = 500, lines = true }: FieldOptions & Partial<TextLimits> = {},
) {
  return field(() => String, description, optional, [
    IsText({ max, lines }),
    Matches(/\S/, { message: '$property must not be blank' }),
  ]);
}

/** Several texts that people read; none blank. */
export function TextListField(description: string) {
  return field(() => [String], description, false, [
    IsArray(),
    ArrayMaxSize(MAX_LIST),
    IsText({ max: 2_000, lines: true }, { each: true }),
    Matches(/\S/, { each: true, message: '$property must not be blank' }),
  ]);
}

export function IntegerField(
  description: string,
  { optional = false, min, max }: FieldOptions & { readonly min: number; readonly max: number },
) {
  return field(() => Int, description, optional, [IsInt(), Min(min), Max(max)]);
}

/** How many of something. */
export function CountField(description: string, { optional = false }: FieldOptions = {}) {
  return IntegerField(description, { optional, min: 0, max: 2_147_483_647 });
}

export function YearField(description = 'The year it is about.') {
  return IntegerField(description, { min: 1930, max: 2100 });
}

export function BooleanField(description: string, { optional = false }: FieldOptions = {}) {
  return field(() => Boolean, description, optional, [IsBoolean()]);
}

/** A point in time; the form is the scalar's to check. */
export function InstantField(description: string) {
  return field(() => DateTimeScalar, description, false, [IsString()]);
}

/** A calendar date; the form is the scalar's to check. */
export function DateField(description: string, { optional = false }: FieldOptions = {}) {
  return field(() => DateScalar, description, optional, [IsString()]);
}

/** An exact decimal; the form is the scalar's to check. */
export function DecimalField(description: string, { optional = false }: FieldOptions = {}) {
  return field(() => DecimalScalar, description, optional, [IsString()]);
}

/** One word of an enum; which words there are is the enum's to check. */
export function EnumField(
  type: object,
  description: string,
  { optional = false }: FieldOptions = {},
) {
  return field(() => type, description, optional, [IsString()]);
}

export function EnumListField(type: object, description: string) {
  return field(() => [type], description, false, [
    IsArray(),
    IsWithoutRepetition(),
    ArrayMaxSize(MAX_LIST),
  ]);
}

type InputClass = abstract new () => object;

export function NestedField(
  type: () => InputClass,
  description: string,
  { optional = false }: FieldOptions = {},
) {
  return field(type, description, optional, [ValidateNested(), nested(type)]);
}

export function NestedListField(
  type: () => InputClass,
  description: string,
  { optional = false, max = MAX_LIST }: FieldOptions & { readonly max?: number } = {},
) {
  return field(() => [type()], description, optional, [
    IsArray(),
    ArrayMaxSize(max),
    ValidateNested({ each: true }),
    nested(type),
  ]);
}

function nested(type: () => InputClass): PropertyDecorator {
  return Type(type);
}

/** Free JSON: taken as it came, whatever is in it. */
export function AsGiven() {
  return Transform(({ obj, key }) => (obj as Record<string, unknown>)[key]);
}
