import { BY_ID, type CollectionDefinition, type IndexDefinition } from '../definition';
import { DefinitionRefused } from '../errors';

const NAME = /^[a-z][A-Za-z0-9-]{0,62}$/;
const PATH = /^[A-Za-z][A-Za-z0-9]*(?:\.[A-Za-z][A-Za-z0-9]*)*$/;

function indexFault(index: IndexDefinition): string | undefined {
  if (!NAME.test(index.name) || index.name === BY_ID.name) {
    return `index name ${index.name} cannot be used`;
  }
  if (index.fields.length === 0) return `index ${index.name} has no fields`;
  const wrong = index.fields.find((field) => !PATH.test(field.path));
  if (wrong !== undefined) return `index ${index.name} has a field ${wrong.path} that is no path`;
  if (new Set(index.fields.map((field) => field.path)).size < index.fields.length) {
    return `index ${index.name} names a field twice`;
  }
  // A document with two lists would need every pair of their values; MongoDB refuses such an index too.
  if (index.fields.filter((field) => field.multiValued).length > 1) {
    return `index ${index.name} has more than one multi-valued field`;
  }
  const list = index.fields.find(
    (field) => field.multiValued === true && field.kind === 'position',
  );
  if (list !== undefined) return `index ${index.name} has a list of positions, ${list.path}`;
  return undefined;
}

function contradiction(indexes: readonly IndexDefinition[]): string | undefined {
  const meaning = new Map<string, string>();
  for (const field of indexes.flatMap((index) => index.fields)) {
    const found = JSON.stringify([field.multiValued, field.kind]);
    if ((meaning.get(field.path) ?? found) !== found) {
      return `field ${field.path} is declared in two ways`;
    }
    meaning.set(field.path, found);
  }
  return undefined;
}

/** @throws {DefinitionRefused} */
export function checkDefinition(definition: CollectionDefinition): void {
  const refuse = (detail: string | undefined): void => {
    if (detail !== undefined) throw new DefinitionRefused(definition, detail);
  };
  if (!NAME.test(definition.name)) refuse('the name cannot be used');
  if (!Number.isSafeInteger(definition.version) || definition.version < 1) {
    refuse('the version must be 1 or more');
  }
  if (new Set(definition.indexes.map((index) => index.name)).size < definition.indexes.length) {
    refuse('two indexes have the same name');
  }
  for (const index of definition.indexes) refuse(indexFault(index));
  refuse(contradiction(definition.indexes));
}
