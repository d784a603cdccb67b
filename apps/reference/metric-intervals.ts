/**
 * What a metric may still become while something is open, by its name: the third column of the table
 * of the criteria contract. _Closed_ is the year once `PeriodClosed` is recorded.
 */
export const METRIC_INTERVALS: Readonly<Record<string, string>> = {
  'targets.metShare':
    'Targets without a confirmed result may still be met or missed; without any target it is open altogether.',
  'targets.exceededCount':
    'Each target without a confirmed result may still be exceeded; without any target, 0 to 1.',
  'grievances.unresolved': 'Until the year is closed, those not resolved may still be.',
  'grievances.flagged': 'Never open: what is recorded is the figure.',
  'violations.prohibitedThings': 'Each case not yet concluded may still count.',
  'violations.externallyDetected':
    'Each case with a signal from outside that is not yet concluded may still count, unless the organisation’s own signal came first.',
  'violations.unremedied': 'Until the year is closed, what is not remedied may still be.',
  'members.ratedAtLeastShare': 'Those not yet rated may still reach the level or not.',
  'members.ratedCount': 'Those not yet rated may still get the level or not.',
  'members.pledgedShare': 'Until the year is closed, all may still sign.',
  'children.recognisedShare': 'Those not yet decided may still be recognised or not.',
  'children.ratedAtLeastShare': 'Those not yet rated may still reach the level or not.',
  'organisation.rating': 'Until it is rated, 0 to 1.',
  'meetings.regularMonths':
    'Each month without a valid meeting may still have one, until it is recorded as missed or the year is closed.',
  'meetings.thematicQuarters':
    'Each quarter without a valid meeting may still have one, until it is recorded as missed or the year is closed.',
  'meetings.levelCount':
    'Months still open and meetings without a final score may still reach the level.',
  'meetings.belowLevelCount':
    'Months still open and meetings without a final score may still fall below the level.',
  'meetings.scoredShare':
    'Until the year is closed it is open altogether, unless twelve months were held and all are scored.',
  'meetings.preparedShare':
    'Until the year is closed it is open altogether, unless twelve months were held and all were prepared.',
  'meetings.attendance': 'Until the year is closed it is open altogether.',
  'inspectionPlan.doneShare':
    'Items not done may still be; without a plan it is open until the year is closed, and then 0.',
  'streak.years': 'Until the year is rated, 0 to one more than before.',
  'points.appraised': 'What is not yet appraised may still get any points up to its maximum.',
};
