import type { Language, LocalDate } from '#vocabulary';

const ENGLISH = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const TWO_DIGITS_BELOW = 3;

/** A calendar date as an office writes it: 03/6/2024, and 03/01/2024 for the first two months. */
export const dayIn: Readonly<Record<Language, (date: LocalDate) => string>> = {
  vi: (date) => {
    const [year, month, day] = date.split('-');
    const number = Number(month);
    return `${day}/${number < TWO_DIGITS_BELOW ? month : number}/${year}`;
  },
  en: (date) => ENGLISH.format(new Date(`${date}T00:00:00Z`)),
};
