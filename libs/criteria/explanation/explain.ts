import { actualText } from '../evaluation/actual-text';
import { fractionOf } from '../evaluation/figure';
import type { ConditionResult } from '../evaluation/scorecard';
import { decimalText, exact, assertNever } from '#vocabulary';
import type { Language } from '#vocabulary';
import { paramNames } from '../metrics/param-names';
import { metricOf } from '../metrics/registry';
import type { Wording } from './wording';
import { ENGLISH } from './wording.en';
import { VIETNAMESE } from './wording.vi';

export interface ExplanationContext {
  readonly year: number;
}

const WORDINGS: Readonly<Record<Language, Wording>> = { vi: VIETNAMESE, en: ENGLISH };

/**
 * Why a condition has its status, for a person: verdict, label and rule; then figure, threshold and
 * what is still open; then what else there is to know. It needs nothing but the scorecard.
 */
export function explain(
  condition: ConditionResult,
  language: Language,
  context: ExplanationContext,
): string {
  const wording = WORDINGS[language];
  const rule = condition.rule === undefined ? '' : ` (${condition.rule})`;
  return [
    `${wording.verdicts[condition.status]}: ${condition.label[language]}${rule}.`,
    ...reasons(condition, language, context),
    ...condition.notes
      .filter((note) => note !== 'NOTHING_RECORDED' || condition.metric !== undefined)
      .map((note) => wording.notes[note]),
  ].join(' ');
}

function reasons(
  condition: ConditionResult,
  language: Language,
  context: ExplanationContext,
): readonly string[] {
  const wording = WORDINGS[language];
  switch (condition.kind) {
    case 'HARD':
    case 'KNOCK_OUT':
      return measuredReasons(condition, language, context);
    case 'APPRAISED':
      return condition.status === 'NOT_APPLICABLE' ? [] : [wording.appraised[condition.status]];
    case 'POINTS':
      return pointsReasons(condition, wording);
    case 'UNFILLED':
      return [wording.unfilled];
    default:
      return assertNever(condition.kind);
  }
}

function measuredReasons(
  condition: ConditionResult,
  language: Language,
  { year }: ExplanationContext,
): readonly string[] {
  const wording = WORDINGS[language];
  const { status, metric = '', params = {}, interval } = condition;
  if (status === 'NOT_APPLICABLE') return [wording.notApplicable];
  const figure = metricOf(metric)?.figure(paramNames(params))[language] ?? metric;
  const actual = localised(actualText(condition) ?? '?', wording);
  const isOpen = interval && !fractionOf(interval.low).equals(fractionOf(interval.high));
  return [
    wording.measured(figure, year, actual, requirement(condition, wording)),
    ...(isOpen === true ? [wording.whileOpen[status]] : []),
  ];
}

function requirement(condition: ConditionResult, wording: Wording): string {
  const { metric = '', operator = '==', threshold = 0 } = condition;
  const isShare = metricOf(metric)?.measure === 'SHARE';
  if (!isShare && operator === '==' && threshold === 0) return wording.none;
  const value = exact(threshold);
  const text = isShare ? `${decimalText(value.mul(100n))}${wording.percent}` : decimalText(value);
  return wording.requirements[operator](localised(text, wording));
}

function pointsReasons({ points }: ConditionResult, wording: Wording): readonly string[] {
  if (!points) return [];
  const { self, appraised } = points;
  const maximum = localised(decimalText(exact(points.maximum)), wording);
  return [
    appraised === undefined
      ? wording.pointsAwaited(maximum)
      : wording.pointsGiven(localised(appraised, wording), maximum),
    ...(self === undefined ? [] : [wording.selfPoints(localised(self, wording))]),
  ];
}

function localised(figures: string, { decimalSeparator }: Wording): string {
  return figures.replaceAll('.', decimalSeparator);
}
