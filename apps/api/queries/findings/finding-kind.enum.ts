import type { FindingKind } from '#projections';
import { enumOf } from '../../graphql/enum-of';

export const FindingKindEnum = enumOf<FindingKind>('FindingKind', 'What an auditor asks.', {
  REPORTED_TOTAL_NOT_SUM:
    'Which reported totals are not the sum of official and probationary members (R-29)? They are shown as reported.',
  REPORTED_TOTAL_NOT_SUM_OF_CHILDREN:
    'Which reported totals are not the sum of what all direct subordinate organisations reported for the same date (R-29)?',
  MEETING_MISSED:
    'Which months had no regular meeting, which quarters no thematic one? One recorded late makes up for it.',
  MEETING_TOO_SHORT: 'Which meetings were shorter than their kind must be (R-10)?',
  DOCUMENTS_LATE: 'Before which meetings were documents given out too late, or not at all (R-10)?',
  MEETING_NOT_PREPARED: 'Which regular meetings had no preparatory meeting before them?',
  ATTENDANCE_LOW:
    'At which meetings were 85 % or less of those who should have come, or somebody absent without a reason (R-11)?',
  EXCUSED_IN_A_ROW: 'Which members were excused more than three times in a row (R-11)?',
  SCORES_ALL_ALIKE:
    'Where do six or more scored meetings in a row have the same points in every group?',
  MEETING_SCORE_LOWERED:
    'Which meetings did the cell score at least ten points above what was confirmed (R-12)?',
  RESOLUTION_NOT_REVIEWED:
    'Which resolutions did no later regular meeting of the year come back to?',
  DETECTED_FROM_OUTSIDE:
    'Which confirmed violations did the press or citizens report first (R-01)?',
  SELF_DETECTION_AFTERWARDS:
    'Which self-detections were recorded after the signal from outside (R-01)?',
  SIGNAL_NOT_INSPECTED: 'Which cases were concluded or closed without an inspection of the signal?',
  NOT_REMEDIED: 'Which conclusions demand a remediation that is not completed?',
  DISCIPLINE_PAST_LIMITATION: 'Which disciplines were decided after the limitation period (R-19)?',
  ANNOUNCEMENT_LATE: 'Which disciplines were announced late, or are overdue (R-23)?',
  COMPLAINT_OPEN: 'Which complaints are not resolved (R-22)?',
  RATED_OUT_OF_ORDER:
    'Which organisations were rated before all their members, or before their recognition was decided (R-07)?',
  DISCIPLINED_MEMBER_NOT_FAILED:
    'Which members are rated better than FAILED in the year of a violation they were disciplined for (R-13)?',
  ORGANISATION_NOT_FAILED:
    'Which organisations are rated better than FAILED although they or more than 20 % of their units were disciplined, or less than half of their targets met (R-14)?',
  EXCELLENT_DESPITE_DISCIPLINE:
    'Which organisations are EXCELLENT although a subordinate unit or their secretary was disciplined (R-15)?',
  RATING_CHANGED_AT_DECISION: 'Which ratings were decided otherwise than proposed?',
  RATING_REVISED:
    'Which year’s rating was changed by a later decision? Names the year of the violation, in which it counts, and that of the discipline (R-16).',
  DISCIPLINE_ANNULLED_BEHIND_RATING:
    'Which FAILED ratings rest on a discipline that was annulled since and are not reopened (R-28)?',
  EXCELLENT_WHILE_DISCIPLINED: 'Which members were rated EXCELLENT while a discipline ran (R-21)?',
  QUOTA_EXCEEDED: 'Where are more members at a level than the framework’s quota allows (R-30)?',
  RECOGNISED_WITH_OPEN_CASE: 'Which organisations were recognised with an open case on that day?',
  REVIEW_PENDING: 'Which recognitions are to be reviewed because of later facts (R-26)?',
  RECOGNISED_BEFORE_CHILDREN:
    'Which committees were recognised while a direct child of theirs was not (R-04)?',
  PUBLICATION_LATE: 'Which recognitions were published late, or are overdue (R-25)?',
  SELF_POINTS_LOWERED:
    'Where did the appraisal give at least ten points less than the self-assessment (R-12)?',
  APPRAISED_AT_ONCE:
    'Where were self-assessment and appraisal entered within 72 hours? Records that came from a file are not asked about.',
});
