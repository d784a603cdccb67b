import { findingsPage } from './pages/findings.page';
import { indexPage } from './pages/index.page';
import { metricsPage } from './pages/metrics.page';
import type { Page } from './pages/page';
import { refusalsPage } from './pages/refusals.page';
import { regimesPage } from './pages/regimes.page';
import { rolesPage } from './pages/roles.page';
import { rulesPage } from './pages/rules.page';
import { wordsOf } from './schema-words';

/** Everything in docs/reference, from the code and from the printed schema. */
export function referencePages(printedSchema: string): readonly Page[] {
  const words = wordsOf(printedSchema);
  const pages = [
    rulesPage(),
    metricsPage(),
    refusalsPage(),
    findingsPage(),
    rolesPage(words),
    regimesPage(),
  ];
  return [indexPage(pages), ...pages];
}
