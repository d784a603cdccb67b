import { z } from 'zod';
import {
  appliesToStructure,
  bandStructure,
  conditionFields,
  conditionStructure,
  frameworkIdStructure,
  frameworkRefStructure,
  labelStructure,
  legalBasisStructure,
  meetingScaleStructure,
  parameterFields,
  pointsStructure,
  validityStructure,
  versionStructure,
} from '../framework/structure';

const kinds = conditionStructure.options.map((option) => option.shape.kind.value);

const conditionChangeStructure = z.strictObject({
  id: conditionFields.id,
  kind: z.enum(kinds).exactOptional(),
  label: conditionFields.label.exactOptional(),
  rule: conditionFields.rule.exactOptional(),
  metric: conditionFields.metric.exactOptional(),
  params: conditionFields.params.exactOptional(),
  op: conditionFields.op.exactOptional(),
  value: conditionFields.value.exactOptional(),
  maxPoints: conditionFields.maxPoints.exactOptional(),
});

const goodChangeStructure = z.strictObject({
  code: z.string(),
  label: labelStructure.exactOptional(),
  conditions: z.array(conditionChangeStructure).exactOptional(),
});

const profileChangeStructure = z.strictObject({
  appliesTo: appliesToStructure,
  goods: z.array(goodChangeStructure).exactOptional(),
  points: pointsStructure.exactOptional(),
});

const parametersChangeStructure = z.strictObject({
  censusDate: parameterFields.censusDate.exactOptional(),
  externalSources: parameterFields.externalSources.exactOptional(),
  selfDetectedExempts: parameterFields.selfDetectedExempts.exactOptional(),
  publicationDueDays: parameterFields.publicationDueDays.exactOptional(),
  closesAfterDays: parameterFields.closesAfterDays.exactOptional(),
  ratingQuota: parameterFields.ratingQuota.exactOptional(),
  authority: parameterFields.authority,
});

const meetingScaleChangeStructure = z.strictObject({
  groups: meetingScaleStructure.shape.groups.exactOptional(),
  bands: z
    .array(bandStructure.extend({ min: bandStructure.shape.min.exactOptional() }))
    .exactOptional(),
  validity: validityStructure.exactOptional(),
});

export const extensionStructure = z.strictObject({
  id: frameworkIdStructure,
  version: versionStructure,
  title: labelStructure,
  extends: frameworkRefStructure,
  legalBasis: z.array(legalBasisStructure).exactOptional(),
  validFrom: z.iso.date().exactOptional(),
  validTo: z.iso.date().exactOptional(),
  parameters: parametersChangeStructure.exactOptional(),
  profiles: z.array(profileChangeStructure).exactOptional(),
  meetingScale: meetingScaleChangeStructure.exactOptional(),
});
