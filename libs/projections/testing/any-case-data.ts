import fc from 'fast-check';
import { COMPLAINT_OUTCOMES, DISCIPLINE_FORMS, SIGNAL_SOURCES } from '#vocabulary';
import { date, entered, member, organisation, record, sealed } from './any-values';
import type { DataOf } from './any-values';

const ofCase = { case: fc.constantFrom('v1', 'v2'), organisation, member };
const form = fc.constantFrom(...DISCIPLINE_FORMS);
const decidedBy = organisation;

/** What the facts of a case say. */
export const anyCaseData = {
  CaseOpened: record<DataOf<'CaseOpened'>>(
    {
      ...ofCase,
      occurredOn: date,
      prohibitedThing: fc.integer({ min: 1, max: 19 }),
      openedFor: organisation,
      sealed,
    },
    'member',
    'prohibitedThing',
    'openedFor',
    'sealed',
  ),
  SignalReceived: record<DataOf<'SignalReceived'>>(
    {
      ...ofCase,
      source: fc.constantFrom(...SIGNAL_SOURCES),
    },
    'member',
  ),
  InspectionOpened: record<DataOf<'InspectionOpened'>>(
    { ...ofCase, openedBy: fc.constant('inspector'), openedFor: organisation, ...entered },
    'member',
    'openedBy',
    'openedFor',
    'enteredBy',
  ),
  ExplanationSubmitted: record<DataOf<'ExplanationSubmitted'>>(
    { ...ofCase, sealed },
    'member',
    'sealed',
  ),
  ConclusionReached: record<DataOf<'ConclusionReached'>>(
    {
      ...ofCase,
      confirmed: fc.boolean(),
      remediationRequired: fc.boolean(),
      concludedBy: fc.constant('inspector'),
      sealed,
      ...entered,
    },
    'member',
    'concludedBy',
    'sealed',
    'enteredBy',
  ),
  DisciplineProposed: record<DataOf<'DisciplineProposed'>>(
    {
      ...ofCase,
      form,
      proposedBy: fc.constant('inspector'),
      ...entered,
    },
    'member',
    'proposedBy',
    'enteredBy',
  ),
  DisciplineDecided: record<DataOf<'DisciplineDecided'>>(
    {
      ...ofCase,
      form,
      decidedBy,
      signedBy: fc.constant('inspector'),
      announceBy: date,
      ...entered,
    },
    'member',
    'signedBy',
    'announceBy',
    'enteredBy',
  ),
  DisciplineAnnounced: record<DataOf<'DisciplineAnnounced'>>(
    { ...ofCase, endsOn: date },
    'member',
    'endsOn',
  ),
  ComplaintFiled: record<DataOf<'ComplaintFiled'>>(ofCase, 'member'),
  ComplaintResolved: record<DataOf<'ComplaintResolved'>>(
    {
      ...ofCase,
      outcome: fc.constantFrom(...COMPLAINT_OUTCOMES),
      form,
      violationStands: fc.boolean(),
      decidedBy,
      signedBy: fc.constant('inspector'),
      announceBy: date,
      ...entered,
    },
    'member',
    'form',
    'violationStands',
    'signedBy',
    'announceBy',
    'enteredBy',
  ),
  RemediationPlanFiled: record<DataOf<'RemediationPlanFiled'>>(ofCase, 'member'),
  RemediationCompleted: record<DataOf<'RemediationCompleted'>>(ofCase, 'member'),
  DisciplineExpired: record<DataOf<'DisciplineExpired'>>(ofCase, 'member'),
  RightsRestored: record<DataOf<'RightsRestored'>>(ofCase, 'member'),
  CaseClosed: record<DataOf<'CaseClosed'>>(
    { ...ofCase, duplicateOf: fc.constantFrom('v1', 'v2') },
    'member',
    'duplicateOf',
  ),
};
