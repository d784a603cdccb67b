import {
  FLAGS,
  MEETING_LEVEL_NAMES,
  FORMS,
  KINDS,
  LEAVING,
  LEVELS,
  MEETINGS_OF_KIND,
  RATINGS,
  ROLE_NAMES,
  SOURCES,
  STATUSES,
} from '#vocabulary';
import type { Labels } from '#vocabulary';
import { enumOf } from './enum-of';

export const OrganisationKindEnum = enumOf(
  'OrganisationKind',
  'What an organisation is in the structure of the Party.',
  described(KINDS, {
    SUBORDINATE_CELL: 'a cell below a grassroots committee',
    GRASSROOTS_CELL: 'a cell that is a grassroots organisation of its own',
    SUPERIOR_COMMITTEE: 'its level says which',
  }),
);

export const OrganisationLevelEnum = enumOf(
  'OrganisationLevel',
  'The level of a superior committee.',
  described(LEVELS),
);

export const RoleEnum = enumOf(
  'Role',
  'For whom somebody acts in an organisation.',
  described(ROLE_NAMES),
);

export const MemberStatusEnum = enumOf(
  'MemberStatus',
  'Where a member stands in the Party.',
  described(STATUSES, {
    EXEMPTED: 'neither rated nor in any denominator',
    SUSPENDED: 'neither rated nor in any denominator',
  }),
);

export const LeavingCauseEnum = enumOf(
  'LeavingCause',
  'Why a member is one no more.',
  described(LEAVING),
);

export const MeetingKindEnum = enumOf(
  'MeetingKind',
  'What kind of meeting it is.',
  described(MEETINGS_OF_KIND, {
    REGULAR: 'monthly',
    THEMATIC: 'quarterly',
    COMBINED: 'both in one sitting',
  }),
);

export const RatingLevelEnum = enumOf(
  'RatingLevel',
  'The yearly rating of an organisation or a member.',
  described(RATINGS),
);

export const MeetingLevelEnum = enumOf(
  'MeetingLevel',
  'The level of a meeting (R-08).',
  described(MEETING_LEVEL_NAMES),
);

export const GrievanceFlagEnum = enumOf(
  'GrievanceFlag',
  'What makes a grievance weigh.',
  described(FLAGS),
);

export const SignalSourceEnum = enumOf(
  'SignalSource',
  'Who noticed a sign of a violation.',
  described(SOURCES, { SELF: 'by the organisation', INSPECTION: 'from above' }),
);

export const DisciplineFormEnum = enumOf(
  'DisciplineForm',
  'A form of discipline.',
  described(FORMS, {
    REMOVAL: 'members only',
    EXPULSION: 'members only',
    DISSOLUTION: 'organisations only',
  }),
);

export const ComplaintOutcomeEnum = enumOf(
  'ComplaintOutcome',
  'What became of a decision complained about.',
  { UPHELD: 'It stands.', CHANGED: 'Another form stands.', ANNULLED: 'Nothing of it stands.' },
);

export const TargetDirectionEnum = enumOf(
  'TargetDirection',
  'On which side of the assigned figure a target is met.',
  { AT_LEAST: 'Met at or above the figure.', AT_MOST: 'Met at or below the figure.' },
);

export const AppraisalResultEnum = enumOf(
  'AppraisalResult',
  'What the superior says of an appraised condition.',
  { MET: 'It is met.', NOT_MET: 'It is not met.' },
);

export const LanguageEnum = enumOf('Language', 'The language of texts made for people.', {
  VI: 'Vietnamese.',
  EN: 'English.',
});
export type Language = keyof typeof LanguageEnum;

/** What people call each word in both languages, with what is to be known besides. */
function described<Term extends string>(
  labels: Labels<Term>,
  besides: Partial<Record<Term, string>> = {},
): Readonly<Record<Term, string>> {
  const terms = Object.keys(labels) as Term[];
  const descriptions = terms.map((term) => {
    const { vi, en } = labels[term];
    const more = besides[term] === undefined ? '' : `: ${besides[term]}`;
    return [term, `${vi.slice(0, 1).toUpperCase()}${vi.slice(1)} (${en})${more}.`];
  });
  return Object.fromEntries(descriptions) as Record<Term, string>;
}
