import type { Cell, Report, Table } from '../report';

/** Nothing is loaded and nothing runs, wherever the page is opened. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

const STYLE = `
:root { color-scheme: light; font: 15px/1.45 system-ui, sans-serif; color: #111; background: #fff; }
body { margin: 0 auto; max-width: 110rem; padding: 1rem; }
.warning { border: 3px solid #b00020; color: #b00020; font-weight: bold; padding: .75rem; }
section { margin-block: 2rem; }
div { overflow-x: auto; }
table { border-collapse: collapse; min-width: 100%; }
caption { font-size: 1.2rem; font-weight: bold; padding-block: .4rem; text-align: start; }
th, td { border: 1px solid #767676; overflow-wrap: anywhere; padding: .25rem .45rem; text-align: start; vertical-align: top; white-space: pre-line; }
td.number { text-align: end; }
thead th { background: #eee; overflow-wrap: normal; }
@page { size: A4 landscape; margin: 12mm; }
@media print {
  :root { font-size: 9px; }
  body { max-width: none; padding: 0; }
  div { overflow: visible; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
}
`;

/** One page that needs nothing else, well-formed as XML too: no scripts, everything escaped, tables that are read aloud and printed. */
export function asHtml({ title, warning, tables, language }: Report): Buffer {
  const alert =
    warning === undefined ? '' : `<p class="warning" role="alert">${told(warning)}</p>\n`;
  const page = `<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" lang="${language}">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="${POLICY}"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<title>${told(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${alert}<main>
<h1>${told(title)}</h1>
${tables.map(section).join('\n')}
</main>
</body>
</html>
`;
  return Buffer.from(page);
}

function section({ title, columns, rows }: Table, at: number): string {
  const name = `table-${at + 1}`;
  const heads = columns.map(({ label }) => `<th scope="col">${told(label)}</th>`).join('');
  return `<section>
<div role="region" aria-labelledby="${name}" tabindex="0">
<table>
<caption id="${name}">${told(title)}</caption>
<thead><tr>${heads}</tr></thead>
<tbody>
${rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('\n')}
</tbody>
</table>
</div>
</section>`;
}

/** The first cell is what a row is about. */
function cell(value: Cell, at: number): string {
  if (at === 0) return `<th scope="row">${told(value ?? '')}</th>`;
  return typeof value === 'number'
    ? `<td class="number">${value}</td>`
    : `<td>${told(value ?? '')}</td>`;
}

function told(value: string | number): string {
  return String(value)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
