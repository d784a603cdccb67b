import { localDateOf } from '#vocabulary';
import { ratingRegimeAt } from '#domain';
import type { TargetDocument } from '../../targets';
import { exceeds, shareOf } from '../../points';
import { disciplinesOf, standingFor } from '../subjects/disciplines';
import { wasChildOf } from '../subjects/organisation.subject';
import { standingDecision } from '../subjects/rating.subject';
import { isBetterThanFailed } from '../subjects/standing.subject';
import type { StandingSubject } from '../subjects/standing.subject';
import type { Question } from '../question';
import { rating, shown } from '../terms';

/** Itself disciplined, more than a fifth of its units disciplined, or less than half of its targets met. */
export const organisationNotFailed = {
  kind: 'ORGANISATION_NOT_FAILED',
  rule: 'R-14',
  asks: 'Which organisations are rated better than FAILED although they or more than 20 % of their units were disciplined, or less than half of their targets met (R-14)?',
  answer: (subject) => {
    const { own, ofYear, year } = subject;
    const decision = ofYear.review && standingDecision(ofYear.review.rating)?.event;
    const level = ofYear.review?.rating.level;
    if (!decision || !isBetterThanFailed(level)) return [];
    const rules = ratingRegimeAt(localDateOf(decision.effectiveAt)).organisationFailed;
    if (!rules) return [];
    const itself = standingFor(disciplinesOf(own.cases, null), year);
    const units = unitsAt(subject, decision.effectiveAt);
    const disciplined = units.flatMap(({ cases }) =>
      standingFor(disciplinesOf(cases, null), year).slice(0, 1),
    );
    const targets = subject.targets.filter(({ assigned }) => assigned !== null);
    const missed = targets.filter(isMissed);
    const tooManyUnits = exceeds(
      String(disciplined.length),
      shareOf(rules.disciplinedUnitsAbove, units.length),
    );
    const met = targets.length - missed.length;
    const tooFewTargets = exceeds(shareOf(rules.targetsMetBelow, targets.length), String(met));
    if (itself.length === 0 && !tooManyUnits && !tooFewTargets) return [];
    return [
      {
        figures: {
          level,
          itselfDisciplined: itself.length > 0,
          units: units.length,
          disciplinedUnits: disciplined.length,
          targets: targets.length,
          targetsMet: met,
        },
        events: [
          ...itself.map(({ decided }) => decided),
          ...(tooManyUnits ? disciplined.map(({ decided }) => decided) : []),
          ...(tooFewTargets ? missed.flatMap(({ confirmed }) => confirmed?.event ?? []) : []),
          decision,
        ],
      },
    ];
  },
  sentence: (figures) => ({
    vi: `Xếp loại ${rating(figures.level).vi} trong khi ${figures.itselfDisciplined === true ? 'tổ chức bị kỷ luật, ' : ''}${shown(figures.disciplinedUnits)}/${shown(figures.units)} đơn vị trực thuộc bị kỷ luật, đạt ${shown(figures.targetsMet)}/${shown(figures.targets)} chỉ tiêu.`,
    en: `Rated ${rating(figures.level).en} although ${figures.itselfDisciplined === true ? 'it was itself disciplined, ' : ''}${shown(figures.disciplinedUnits)} of ${shown(figures.units)} units were disciplined and ${shown(figures.targetsMet)} of ${shown(figures.targets)} targets met.`,
  }),
} as const satisfies Question<StandingSubject>;

function unitsAt({ children, organisation }: StandingSubject, at: string) {
  return children.filter((one) => wasChildOf(one, organisation, at));
}

/** One whose result is not confirmed may have been met. */
function isMissed({ assigned, direction, confirmed }: TargetDocument): boolean {
  if (!confirmed || assigned === null) return false;
  return direction === 'AT_LEAST'
    ? exceeds(assigned, confirmed.achieved)
    : exceeds(confirmed.achieved, assigned);
}
