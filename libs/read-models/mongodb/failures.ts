import { isAway } from '#mongodb-client';
import { ReadModelsUnavailable } from '../errors';

/** Every question to the server goes through here. @throws {ReadModelsUnavailable} */
export async function asked<T>(question: () => Promise<T>): Promise<T> {
  try {
    return await question();
  } catch (error) {
    if (!isAway(error)) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new ReadModelsUnavailable(reason, { cause: error });
  }
}
