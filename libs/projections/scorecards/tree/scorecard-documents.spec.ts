import { project, workspaceOn } from '#projection-engine/testing';
import { scorecardsProjection } from '..';
import { scorecardKey } from '../document/keys';
import { Projected, established, frameworkOfEverything, pledged, published } from '../testing';
import { ScorecardDocuments } from './scorecard-documents';

describe('A scorecard that nobody asks for any more', () => {
  it('goes, where the same roll-up has published it before, and a crash had left none', async () => {
    const facts = await Projected.from(
      published(frameworkOfEverything('year-end')),
      established('cell'),
      ...pledged('cell', 2024, 'year-end'),
    );
    const store = await project(scorecardsProjection, []);
    const workspace = await workspaceOn(store, scorecardsProjection);
    const documents = new ScorecardDocuments(workspace);

    await documents.publish(facts.scorecard('cell', 2024), 40n);
    expect(await workspace.read(scorecardKey('cell', 2024))).toBeDefined();
    await documents.removeYear('cell', 2024, 50n);

    expect(await workspace.read(scorecardKey('cell', 2024))).toBeUndefined();
    await store.close();
  });
});
