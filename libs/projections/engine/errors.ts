/** A read model is being built and cannot be read yet. */
export class ModelNotReady extends Error {
  override readonly name = 'ModelNotReady';

  constructor(readonly projection: string) {
    super(`The read model ${projection} is being built`);
  }
}

/** Another process runs the projection. */
export class ProjectionOwnedByAnother extends Error {
  override readonly name = 'ProjectionOwnedByAnother';

  constructor(readonly projection: string) {
    super(`The projection ${projection} is run by another process`);
  }
}
