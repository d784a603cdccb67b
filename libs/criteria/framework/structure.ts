import { z } from 'zod';
import { metricOf } from '../metrics/registry';
import {
  DECIDING_DISTANCES,
  OPERATORS,
  EXTERNAL_SOURCES,
  GRIEVANCE_FLAGS,
  MEETING_LEVELS,
  ORGANISATION_KINDS,
  ORGANISATION_LEVELS,
  RATING_LEVELS,
} from '#vocabulary';

/*
 * What a definition is made of, value by value. Objects are strict: a key that nobody knows is a
 * condition somebody believes to hold. How values fit together is the business of `coherence/`.
 */

const text = z.string().regex(/\S/, 'must not be blank');
const amount = z.number().nonnegative();
const days = z.int().nonnegative();

export const labelStructure = z.strictObject({ vi: text, en: text });

export const frameworkIdStructure = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be kebab-case: a-z, 0-9 and single hyphens');

export const versionStructure = z.int().min(1);

export const frameworkRefStructure = z.strictObject({
  id: frameworkIdStructure,
  version: versionStructure,
});

export const legalBasisStructure = z.strictObject({
  number: text,
  date: z.iso.date(),
  issuer: text,
  title: text.exactOptional(),
});

/** 29 February is refused: it is not a date of every year. */
function isMonthDay(value: string): boolean {
  return /^\d\d-\d\d$/.test(value) && z.iso.date().safeParse(`2023-${value}`).success;
}

const decidingBodies = z
  .strictObject({
    kinds: z.array(z.enum(ORGANISATION_KINDS)).min(1).exactOptional(),
    levels: z.array(z.enum(ORGANISATION_LEVELS)).min(1).exactOptional(),
    distance: z.enum(DECIDING_DISTANCES).exactOptional(),
  })
  .exactOptional();

const authorityStructure = z.strictObject({
  recognition: decidingBodies,
  organisationRating: decidingBodies,
  memberRating: decidingBodies,
  meetingScore: decidingBodies,
  targetResult: decidingBodies,
});

export const parameterFields = {
  censusDate: z.string().refine(isMonthDay, 'must be a month and day of every year, MM-DD'),
  externalSources: z.array(z.enum(EXTERNAL_SOURCES)),
  selfDetectedExempts: z.boolean(),
  publicationDueDays: days.nullable(),
  closesAfterDays: days,
  ratingQuota: z
    .strictObject({ level: z.enum(RATING_LEVELS), maxShare: z.number().min(0).max(1) })
    .nullable(),
  authority: authorityStructure.exactOptional(),
};

const parametersStructure = z.strictObject({
  censusDate: parameterFields.censusDate.default('12-31'),
  externalSources: parameterFields.externalSources.default([
    'PRESS',
    'CITIZEN_REPORT',
    'CITIZEN_DENUNCIATION',
  ]),
  selfDetectedExempts: parameterFields.selfDetectedExempts.default(false),
  publicationDueDays: parameterFields.publicationDueDays.default(null),
  closesAfterDays: parameterFields.closesAfterDays.default(31),
  ratingQuota: parameterFields.ratingQuota.default(null),
  authority: parameterFields.authority,
});

export const conditionFields = {
  id: text,
  label: labelStructure,
  rule: text,
  metric: z.string().refine((name) => metricOf(name) !== undefined, {
    error: 'no such metric',
    params: { code: 'UNKNOWN_METRIC' },
  }),
  params: z.strictObject({
    flags: z.array(z.enum(GRIEVANCE_FLAGS)).min(1).exactOptional(),
    level: z.string().exactOptional(),
  }),
  op: z.enum(OPERATORS),
  value: z.number(),
  maxPoints: amount,
};

const common = {
  id: conditionFields.id,
  label: conditionFields.label,
  rule: conditionFields.rule.exactOptional(),
};
const measured = {
  ...common,
  metric: conditionFields.metric,
  params: conditionFields.params.exactOptional(),
};

export const conditionStructure = z.discriminatedUnion('kind', [
  z.strictObject({
    ...measured,
    kind: z.literal('HARD'),
    op: conditionFields.op,
    value: conditionFields.value,
  }),
  z.strictObject({ ...measured, kind: z.literal('KNOCK_OUT') }),
  z.strictObject({ ...common, kind: z.literal('APPRAISED') }),
  z.strictObject({ ...common, kind: z.literal('POINTS'), maxPoints: conditionFields.maxPoints }),
  z.strictObject({ ...common, kind: z.literal('UNFILLED') }),
]);

export const goodStructure = z.strictObject({
  code: text,
  label: labelStructure,
  conditions: z.array(conditionStructure).min(1),
});

export const appliesToStructure = z.strictObject({
  kinds: z.array(z.enum(ORGANISATION_KINDS)).min(1),
  types: z.array(text).min(1),
});

export const pointsStructure = z.strictObject({ minimum: amount });

export const profileStructure = z.strictObject({
  appliesTo: appliesToStructure,
  goods: z.array(goodStructure).min(1),
  points: pointsStructure.exactOptional(),
});

export const bandStructure = z.strictObject({
  level: z.enum(MEETING_LEVELS),
  min: amount,
  requiresMaximumOn: z.array(text).exactOptional(),
});

const lengthFields = {
  minimumMinutes: amount.exactOptional(),
  minimumMinutesCombined: amount.exactOptional(),
};

export const validityStructure = z.strictObject({
  ...lengthFields,
  documentsDaysBefore: days.exactOptional(),
  smallCells: z
    .strictObject({ expectedAtMost: z.int().nonnegative(), ...lengthFields })
    .exactOptional(),
});

export const meetingScaleStructure = z.strictObject({
  groups: z.array(z.strictObject({ code: text, maxPoints: amount })).min(1),
  bands: z.array(bandStructure).min(1),
  validity: validityStructure.exactOptional(),
});

export const frameworkStructure = z.strictObject({
  id: frameworkIdStructure,
  version: versionStructure,
  title: labelStructure,
  legalBasis: z.array(legalBasisStructure),
  validFrom: z.iso.date(),
  validTo: z.iso.date(),
  extends: frameworkRefStructure.exactOptional(),
  parameters: parametersStructure.prefault({}),
  profiles: z.array(profileStructure).min(1),
  meetingScale: meetingScaleStructure.exactOptional(),
});
