import { posix } from 'node:path';
import { readXml } from './xml';
import type { XmlHandlers } from './xml';
import { Zip } from './zip';

/** The namespaces of ECMA-376, each as it is in the transitional and in the strict variant. */
export const MAIN = [
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  'http://purl.oclc.org/ooxml/spreadsheetml/main',
];
export const RELATIONSHIPS = [
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'http://purl.oclc.org/ooxml/officeDocument/relationships',
];
const PACKAGE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';

export interface Relationship {
  readonly id: string;
  /** `worksheet`, `sharedStrings` …; the whole URI where it is not one of the standard's. */
  readonly kind: string;
  /** The path of the part in the archive. */
  readonly target: string;
}

/** A package of parts that are found by their relationships, not by their names (ECMA-376, part 2). */
export class OfficePackage {
  private constructor(
    readonly file: string,
    private readonly zip: Zip,
  ) {}

  static async open(file: string, content: Uint8Array): Promise<OfficePackage> {
    return new OfficePackage(file, await Zip.open(file, content));
  }

  /** @throws where there is no such part */
  async read(part: string, handlers: XmlHandlers): Promise<void> {
    const chunks = await this.zip.part(part);
    if (chunks === undefined) throw new Error(`it lacks its part ${part}`);
    await readXml(this.file, chunks, handlers);
  }

  /** Of a part, or of the package as a whole; what lies outside of the package is left out. */
  async relationshipsOf(part = ''): Promise<readonly Relationship[]> {
    const folder = posix.dirname(part);
    const path = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
    if (!this.zip.has(path)) return [];
    const found: Relationship[] = [];
    await this.read(path, {
      open: (element) => {
        if (element.namespace !== PACKAGE_RELATIONSHIPS || element.name !== 'Relationship') return;
        const target = element.attribute('Target');
        if (target === undefined || element.attribute('TargetMode') === 'External') return;
        const id = element.attribute('Id') ?? '';
        const kind = kindOf(element.attribute('Type') ?? '');
        found.push({ id, kind, target: resolved(folder, target) });
      },
    });
    return found;
  }
}

function kindOf(type: string): string {
  const family = RELATIONSHIPS.find((uri) => type.startsWith(`${uri}/`));
  return family === undefined ? type : type.slice(family.length + 1);
}

/** From the folder of the part that has the relationship, or from the root where it begins with a slash. */
function resolved(folder: string, target: string): string {
  const path = decodeURI(target.split('#')[0] ?? '').replaceAll('\\', '/');
  const joined = path.startsWith('/') ? path : posix.join('/', folder, path);
  return posix.normalize(joined).slice(1);
}
