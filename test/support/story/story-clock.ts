import type { LocalDate } from '#vocabulary';

const SECOND_MS = 1_000;

/** The time of a story: it stands still until the story goes on, and never goes back. */
export class StoryClock {
  private time: number;

  constructor(begin: LocalDate) {
    this.time = morningOf(begin);
  }

  readonly now = (): Date => new Date(this.time);

  goTo(date: LocalDate): void {
    const time = morningOf(date);
    if (time < this.time) throw new RangeError(`The story is past ${date} already`);
    this.time = time;
  }

  /** What is told later on a day happens later. */
  tick(): Date {
    this.time += SECOND_MS;
    return this.now();
  }
}

/** Eight in the morning in Vietnam. */
function morningOf(date: LocalDate): number {
  return Date.parse(instant(date));
}

export function instant(date: LocalDate, time = '08:00'): string {
  return `${date}T${time}:00+07:00`;
}
