/** A hold whose time ends in the very moment of its change. */

/**
 * The database lets no hold come back where there is no room, though its time has ended only between its lock and its change.
 * Nothing was done then: asked again by the same key it says that the hold is over.
 */
export async function overTheLapse<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if ((error as { constraint_name?: string }).constraint_name !== "pools_never_oversold") throw error;
    return ask();
  }
}
