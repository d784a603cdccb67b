import {
  DISCIPLINE_FORMS,
  FORMS,
  RATINGS,
  RATING_LEVELS,
  SIGNAL_SOURCES,
  SOURCES,
} from '#vocabulary';
import type { Sentence } from '#vocabulary';
import type { Figures } from './question';

type Figure = Figures[string] | undefined;

/** A number, a date or a word of a finding; a dash for what is not known. */
export function shown(figure: Figure): string {
  return figure === null || figure === undefined ? '–' : String(figure);
}

export function rating(figure: Figure): Sentence {
  const level = RATING_LEVELS.find((known) => known === figure);
  return level === undefined ? asIs(figure) : RATINGS[level];
}

export function source(figure: Figure): Sentence {
  const known = SIGNAL_SOURCES.find((one) => one === figure);
  return known === undefined ? asIs(figure) : SOURCES[known];
}

export function form(figure: Figure): Sentence {
  const known = DISCIPLINE_FORMS.find((one) => one === figure);
  return known === undefined ? asIs(figure) : FORMS[known];
}

function asIs(figure: Figure): Sentence {
  return { vi: shown(figure), en: shown(figure) };
}
